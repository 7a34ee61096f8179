interface Base { id: string; name: string; secret: string; age?: number }
type Audit = { readonly at: Date; readonly by: string };
export type Public = Readonly<Omit<Base, "secret">> & Audit;
export type Flags = Partial<Record<"beta" | "dark", boolean>>;
export declare function list(keys: Array<keyof (Base & Audit)>, flags?: Flags): ReadonlyArray<Public>;
export declare function lookup(ids: Record<string, number>): Record<string, Public>;
