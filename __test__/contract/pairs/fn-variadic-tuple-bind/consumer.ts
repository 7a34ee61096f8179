import { bind, type Tail } from "./surface";
const add = (a: number, b: string, c: boolean) => a + b + c;
export const f = bind<[number], [string, boolean], string>(add, 1);
const rest: Tail<[number, string, boolean]> = ["x", true];
export const s: string = f(...rest);
