interface Raw { readonly host?: string; readonly port?: number; readonly tls?: { readonly cert?: string } }
type Resolved<T> = { readonly [K in keyof T]: T[K] };
export declare function resolve(raw: Raw): Resolved<Raw>;
export declare function keys(): readonly (keyof Raw)[];
