import { pluck } from "./surface";
export const v: unknown = pluck<{ a: number }, "a">({ a: 1 }, "a");
