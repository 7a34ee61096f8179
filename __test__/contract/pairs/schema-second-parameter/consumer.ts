import { array, number, type Type } from "./surface";
const t: Type<number[]> = array(number); export const n: number[] = t.parse([]); export function run<T>(x: Type<T>): T { return x.parse(1); }
