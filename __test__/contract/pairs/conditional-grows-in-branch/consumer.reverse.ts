import { merge } from "./surface";
const merged = merge({ a: 1 }, { a: 2, b: 3 });
export const same: (<X>() => X extends typeof merged ? 1 : 2) extends <X>() => X extends { readonly a: number } & Readonly<{ a: number; b: number }> ? 1 : 2 ? 1 : never = 1;
