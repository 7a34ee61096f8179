import type { Handler } from "./surface";
export const h: Handler<Event, HTMLElement> = function () { this.focus(); };
