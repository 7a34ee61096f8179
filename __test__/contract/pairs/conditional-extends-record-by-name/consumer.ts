import { type Flat, flat, type Rest } from "./surface";
export function keep<R>(value: R): Flat<R> { return flat(value); }
export const one: Rest<[{ a: string }]> = [{ a: "x" }];
