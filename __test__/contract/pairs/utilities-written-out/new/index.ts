type Key = "at" | "by" | "age" | "secret" | "name" | "id";
export type Flags = { dark?: boolean; beta?: boolean };
export type Public = { readonly id: string; readonly name: string; readonly age?: number; readonly at: Date; readonly by: string };
export declare function lookup(ids: { [id: string]: number }): { [id: string]: Public };
export declare function list(keys: Key[], flags?: Flags | undefined): readonly Public[];
