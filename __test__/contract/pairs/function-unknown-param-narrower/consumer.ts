import { stringify } from "./surface";
export const text: string = stringify({ a: 1 });
