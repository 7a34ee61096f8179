const messages = {
  home: { title: "Home", cta: "Go" },
  cart: { empty: "Empty" },
};
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
type Key = Paths<typeof messages>;
export function t(key: Key, vars?: Record<string, string | number>): string { return key + String(vars ?? messages.home.cta); }
export declare function useLocale(): readonly [locale: string, set: (l: string) => void];
