import { flatten } from "./surface";
export const f = flatten({ value: 1, children: [{ value: 2 }] });
