import { resize, snapshot } from "./surface";
const s = snapshot(); resize({ width: 1, height: 2 });
export const v = s.width * s.height * (s.depth ?? 1);
