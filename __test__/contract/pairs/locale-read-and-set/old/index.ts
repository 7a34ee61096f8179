export type Locale = "en" | "de";
export declare function getLocale(): Locale;
export declare function setLocale(locale: Locale): Promise<void>;
