import { book, type Author, type Book } from "./surface";
const b: Book = book("1"); const a: Author = b.by;
export const t: string[] = a.books.map(x => x.sequel()?.title ?? x.title);
