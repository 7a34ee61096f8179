export type Table<K extends string> = { readonly [P in K]: number };
