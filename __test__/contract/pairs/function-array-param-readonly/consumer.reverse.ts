import { total } from "./surface";
const values: readonly number[] = [1, 2];
export const sum: number = total(values);
