import { encode } from "./surface";
export const f: (text: string) => string = encode;
