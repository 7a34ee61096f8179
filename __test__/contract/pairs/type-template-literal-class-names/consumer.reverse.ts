import { cx, prefix, type Variant } from "./surface";
const v: Variant = "ghost";
export const s = prefix + cx(`btn-${v}`, "lg");
