import { object, text, num } from "./surface";
export const o: { a: string; b?: number } = object({ a: text(), b: num().optional() }).parse({});
