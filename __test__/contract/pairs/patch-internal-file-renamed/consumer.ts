import { encode } from "./surface";
export const t: string = encode("a b");
