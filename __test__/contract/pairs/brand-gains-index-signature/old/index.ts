export type Text = string & { readonly __text: true };
export declare function translate(key: string): Text;
