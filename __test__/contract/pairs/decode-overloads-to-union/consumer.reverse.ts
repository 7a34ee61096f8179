import { decode } from "./surface";
export const f = (x: string | Uint8Array) => decode(x);
