type Locale = "de" | "en" | "fr";
export declare const dictionaries: Readonly<Record<Locale, { greeting: string; farewell: string }>>;
