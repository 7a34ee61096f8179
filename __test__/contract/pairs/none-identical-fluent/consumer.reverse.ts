import { stream } from "./surface";
export const p: Promise<number[]> = stream([1, 2]).zip(stream("ab")).map(([n, s]) => n + s.length).collect();
