export declare function detectLocale(header: string): "de" | "en" | "fr";
