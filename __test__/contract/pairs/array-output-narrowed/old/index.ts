export interface Token { readonly kind: "num" | "op"; readonly text: string }
export declare function tokens(src: string): (Token | string)[];
export declare function parse(src: string): ReadonlyArray<number| null>;
