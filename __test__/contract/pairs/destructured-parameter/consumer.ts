import { volume, scale, type Box } from "./surface";
const b: Box = { width: 1, height: 2 }; export const n: number = volume(scale(b)) + volume(scale(b, 3)); const f: (b: Box) => number = volume; f(b); scale(b, undefined);
