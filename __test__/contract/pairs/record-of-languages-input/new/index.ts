export type Lang = "en" | "de" | "fr";
export declare function defineText(key: string, text: Record<Lang, string>): void;
