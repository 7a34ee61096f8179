import codec, { parse, depth } from "./surface";
export const u: unknown = parse("1", (k, v) => [k, v]); export const n: number = depth; codec.parse("x"); const p: typeof parse = t => t; p("y");
