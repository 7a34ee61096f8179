import { speed, speedName, type Speed } from "./surface";
const s: Speed = "fast";
export const t: { [K in Speed]: string } = { slow: "s", fast: "f" };
export const n = speed(s) + t[speedName(3)].length;
