export let locale: string = "en";
export let retries: number = 3;
export interface I18n { readonly locale: string; t(key: string): string }
export declare function i18n(): I18n;
