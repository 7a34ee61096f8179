export interface Iso { readonly iso: string }
export declare function today(): Iso;
