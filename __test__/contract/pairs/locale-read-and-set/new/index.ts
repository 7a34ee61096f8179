export type Locale = "en" | "de" | "fr";
export declare function getLocale(): Locale;
export declare function setLocale(locale: Locale): Promise<void>;
