import { draft } from "./surface";
export const a: number | undefined = draft({ a: 1 }).a;
