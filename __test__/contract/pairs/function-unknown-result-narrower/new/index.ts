export declare function decode(raw: string): { readonly sub: string };
