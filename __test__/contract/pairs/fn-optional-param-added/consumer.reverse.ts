import { slugify } from "./surface";
export const s = slugify("a b", "_");
