interface Meta { readonly [key: string]: string | number }
export declare function track(event: string, meta: object): void;
export declare function identify(id: string, traits?: Readonly<Record<string, unknown>>): void;
