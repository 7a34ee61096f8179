import { inspect } from "./surface";
export const f: (value: unknown) => string = inspect;
