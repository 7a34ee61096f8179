export type Table<K extends string> = { [P in K]: number };
