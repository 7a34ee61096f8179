import { read } from "./surface";
export const n: number = ((d) => (typeof d === "object" ? Object.keys(d).length : 0))(read("x"));
