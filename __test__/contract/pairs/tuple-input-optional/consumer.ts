import { padding, type Padding } from "./surface";
const p: Padding = [1, 2]; export const s: string = padding(p) + padding([3, 4]) + padding(1); const q = [1, 2] as const; padding(q);
