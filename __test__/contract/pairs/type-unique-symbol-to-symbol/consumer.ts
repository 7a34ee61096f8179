import { tokenKey } from "./surface";
const holder = { [tokenKey]: "secret", [Symbol.iterator]: 1 };
export const secret: string = holder[tokenKey];
