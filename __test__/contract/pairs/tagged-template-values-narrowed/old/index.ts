export declare function css(parts: TemplateStringsArray, ...values: readonly (string | number | (() => string))[]): { readonly className: string };
export declare function keyframes(parts: TemplateStringsArray): string;
