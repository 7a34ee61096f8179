export declare function css(parts: TemplateStringsArray, ...values: readonly (string | number)[]): { readonly className: string };
export declare function keyframes(parts: TemplateStringsArray): string;
