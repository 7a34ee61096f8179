type Lang = "en" | "de" | "fr";
export declare function textOf(key: string): Readonly<Record<Lang, string>>;
