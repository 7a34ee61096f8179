import { type Deep, frozen } from "./surface";
export const value: { readonly a?: number } = frozen({ a: 1 });
export const deep: Deep<{ a: { b: 1 } }> = { a: {} };
