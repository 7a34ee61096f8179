type Brand<T, B> = T & { readonly __brand: B };
export declare function trusted(html: string): Brand<string, "html">;
export declare function render(html: string, into: string): void;
export interface RenderInfo { readonly ms: number }
export declare function info(): RenderInfo;
