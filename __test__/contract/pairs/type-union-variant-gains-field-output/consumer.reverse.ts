import { nextEvent } from "./surface";
export const b = nextEvent().then(e => e.kind === "click" ? e.button : 0);
