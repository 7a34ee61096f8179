type Currency = "USD" | "EUR";
export interface Price { readonly currency: Currency; readonly amount: number }
export interface Line { readonly qty: number; readonly price: Price }
export function total(lines: readonly Line[]): Price { return { amount: lines.length, currency: "EUR" }; }
export function format(m: Price): string { return m.currency; }
