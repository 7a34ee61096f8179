import type { Token } from "./surface";
export const fake: Token = { text: "a" };
