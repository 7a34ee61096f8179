import type { Money } from "./money";
export interface Line { readonly price: Money; readonly qty: number }
export function total(lines: readonly Line[]): Money { return { amount: lines.length, currency: "EUR" }; }
