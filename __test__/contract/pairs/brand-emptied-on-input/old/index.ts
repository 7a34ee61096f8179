export type Html = string & { readonly __html: true };
export declare function render(html: Html): void;
