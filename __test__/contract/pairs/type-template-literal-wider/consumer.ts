import type { Colour } from "./surface";
export const strict = (c: Colour): `#${string}` => c;
