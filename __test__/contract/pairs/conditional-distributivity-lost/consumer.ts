import { flip } from "./surface";
type B<T> = { readonly boxed: T };
export const n: B<string> | B<number> = flip();
