export type { Author } from "./author";
export type { Book } from "./book";
export declare function book(isbn: string): import("./book").Book;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export {};
