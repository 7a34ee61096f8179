import { resolve, type Options } from "./surface";
const o: Options = { gap: 1 }; const r = resolve(o); export const n: number = r.gap + (r.wrap ? 1 : 0) + resolve().gap; export const q: { readonly gap: number } = r;
