interface Users { readonly byId: (i: { id: string }) => Promise<{ readonly name: string } | null> }
export declare function names(): readonly Names[];
export type Names = "ping" | "users";
export declare function client(url: string): { readonly ping: (i: void) => Promise<"pong">; readonly users: { readonly [K in keyof Users]: Users[K] } };
