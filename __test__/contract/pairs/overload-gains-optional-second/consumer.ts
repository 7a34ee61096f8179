import { last } from "./surface";
export const one: number | undefined = last([1]);
export const other: number | undefined = last([1], 2);
