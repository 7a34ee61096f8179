export interface Env { readonly [name: string]: string }
export declare const env: Env;
