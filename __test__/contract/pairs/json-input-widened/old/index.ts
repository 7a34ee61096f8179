type Scalar = string | number | boolean | null;
type JsonIn = Scalar | readonly JsonIn[] | { readonly [key: string]: JsonIn };
export declare function post(url: string, body: JsonIn, init?: { readonly headers?: Record<string, string> }): Promise<Response>;
export declare function ping(url: string): Promise<boolean>;
