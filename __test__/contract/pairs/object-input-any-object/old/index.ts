interface Meta { readonly [key: string]: string | number }
export declare function track(event: string, meta: Meta): void;
export declare function identify(id: string, traits?: Readonly<Record<string, string>>): void;
