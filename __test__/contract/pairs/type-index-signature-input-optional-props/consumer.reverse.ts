import { style } from "./surface";
export const s = style({ "--x": "1" });
