export type Locale = "de" | "en";
export declare const i18n: { locale: Locale; change(next: Locale): Promise<void> };
