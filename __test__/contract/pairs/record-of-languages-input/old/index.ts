export type Lang = "en" | "de";
export declare function defineText(key: string, text: Record<Lang, string>): void;
