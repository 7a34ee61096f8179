export type Tokens = { readonly primary: string; readonly gap: number };
export declare function tokens(): Tokens;
export declare function css(strings: TemplateStringsArray, ...v: readonly (string | number)[]): string;
