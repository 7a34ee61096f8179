import { forwardRef, type Ref } from "react";
export interface TextFieldProps { label: string; value: string; onValue(next: string): void }
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>((props, ref) => (
  <label>{props.label}<input ref={ref} value={props.value} onChange={e => props.onValue(e.target.value)} /></label>
));
export const plainField = (label: string): TextFieldProps => ({ label, value: "", onValue() {} });
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
