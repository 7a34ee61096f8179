export interface Env { readonly [name: string]: string | undefined }
export declare const env: Env;
