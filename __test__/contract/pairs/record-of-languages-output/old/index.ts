type Lang = "en" | "de";
export declare function textOf(key: string): Readonly<Record<Lang, string>>;
