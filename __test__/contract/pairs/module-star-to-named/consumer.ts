import { UNIT, area, version, type Rect } from "./surface";
const r: Rect = { w: 1, h: 2 };
export const s = area(r) + UNIT + version();
