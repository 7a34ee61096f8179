export type Locale = "en" | "de" | "fr";
