import { sign, verify } from "./surface";
export const ok = sign("x").then(s => verify("x", s));
export const len: Promise<string | ArrayBuffer> = sign("x");
