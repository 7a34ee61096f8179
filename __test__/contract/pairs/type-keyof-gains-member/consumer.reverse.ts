import type { Field } from "./surface";
export const field: Field = "age";
