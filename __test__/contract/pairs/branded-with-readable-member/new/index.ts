export type Text = string & { readonly size: Promise<number> };
export declare function measure(text: string): Text;
