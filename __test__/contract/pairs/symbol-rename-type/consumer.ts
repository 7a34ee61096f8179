import type { Address } from "./surface";
export const home: Address = { street: "Main", zip: "1000" };
