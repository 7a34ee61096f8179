type Dict = { common: { ok: string; cancel: string } };
type Key = { [N in keyof Dict & string]: `${N}:${keyof Dict[N] & string}` }[keyof Dict & string];
export declare function translate(key: Key, lang?: "en" | "de"): string;
