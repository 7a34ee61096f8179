interface Hook<T> { (): T; <U>(pick: (s: T) => U): U; readonly initial: Readonly<T> }
function create<T extends object>(init: (set: (p: Partial<T>) => void, get: () => T) => T): Hook<T> { void init; throw new Error("demo"); }
interface Line { sku: string; amount: number }
interface CartStore { lines: Line[]; add(sku: string, amount?: number): void; total(): number; }
export const useCart = create<CartStore>((set, get) => ({
  lines: [],
  add: (sku, amount = 1) => set({ lines: [...get().lines, { sku, amount }] }),
  total: () => get().lines.length,
}));
export const useCartCount = () => useCart(s => s.lines.length);
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
