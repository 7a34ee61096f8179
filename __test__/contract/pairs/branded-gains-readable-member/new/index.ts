export type Text = string & { readonly size: number; readonly lines: number };
export declare function measure(text: string): Text;
