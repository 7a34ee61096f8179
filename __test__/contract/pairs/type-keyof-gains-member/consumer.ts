import type { Field } from "./surface";
export const widths: Record<Field, number> = { id: 1, name: 2 };
