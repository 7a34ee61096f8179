import type { Book } from "./book";
export interface Author { readonly name: string; readonly books: readonly Book[]; }
