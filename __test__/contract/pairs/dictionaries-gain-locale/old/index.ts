type Locale = "de" | "en";
export declare const dictionaries: Readonly<Record<Locale, { greeting: string }>>;
