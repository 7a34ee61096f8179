export interface StyleRule { color?: string; margin?: number; [custom: `--${string}`]: string; }
export declare function style(rule: StyleRule): string;
export declare function merge(...rules: StyleRule[]): string;
export interface RingBuffer<T> {
  readonly capacity: number;
  push(...items: T[]): number;
  mapRing<U>(f: (item: T, index: number) => U): RingBuffer<U>;
  chunk(size: number): RingBuffer<T[]>;
  [Symbol.iterator](): Iterator<T, undefined, undefined>;
}
export declare function ringBuffer<T>(capacity: number, seed?: Iterable<T>): RingBuffer<T>;
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
