import { lens, traverse } from "./surface";
export const f = traverse(lens<{ l: number[] }>().at("l"), n => n + 1);
