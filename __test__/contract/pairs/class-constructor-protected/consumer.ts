import { Widget } from "./surface";
export const w: Widget = new Widget("a");
