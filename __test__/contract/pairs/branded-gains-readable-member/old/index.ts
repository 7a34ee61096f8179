export type Text = string & { readonly size: number };
export declare function measure(text: string): Text;
