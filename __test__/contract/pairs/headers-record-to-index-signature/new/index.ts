export declare function readHeaders(text: string): { [name: string]: string[] };
export declare function writeHeaders(headers: { readonly [name: string]: readonly string[] }): string;
