import { slugify } from "./surface";
export const path = `/posts/${slugify("Hello there")}`;
