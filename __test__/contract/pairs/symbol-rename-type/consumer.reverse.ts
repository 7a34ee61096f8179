import type { PostalAddress } from "./surface";
export const home: PostalAddress = { street: "Main", zip: "1000" };
