import { atom, read } from "./surface";
export const x: readonly [number, string] = read(atom(1).pair(atom("a")));
export const y: number = read(read(atom(2).nest()).map(n => n + 1));
