import { shuffle, shuffleAll } from "./surface";
export const a: number[] = shuffle([1, 2]); const l: string[] = ["a"]; shuffle(l).push("b"); shuffleAll([[1]]); shuffle<{ a: 1 }>([]);
