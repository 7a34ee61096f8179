type Lang = "en" | "de";
export declare function overrideText(key: string, text: Partial<Record<Lang, string>>): void;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
