import { first, pluck } from "./surface";
const tag = Symbol("tag");
const list: { [tag]: number }[] = [{ [tag]: 1 }];
export const n: number | undefined = first(pluck(list, tag));
