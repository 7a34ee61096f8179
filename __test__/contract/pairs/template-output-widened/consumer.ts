import { swatch } from "./surface";
export const h: `#${string}` = swatch("red").hex;
