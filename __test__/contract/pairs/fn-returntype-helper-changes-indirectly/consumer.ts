import { resize, snapshot } from "./surface";
const s = snapshot(); resize(s);
export const v = s.width * s.height * s.depth;
