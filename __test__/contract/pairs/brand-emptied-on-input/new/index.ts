export type Html = string & {};
export declare function render(html: Html): void;
