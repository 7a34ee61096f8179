export type Text = string & { readonly __text: true; readonly [language: string]: unknown };
export declare function translate(key: string): Text;
