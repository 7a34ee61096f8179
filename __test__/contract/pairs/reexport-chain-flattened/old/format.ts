import type { Money } from "./model/money";
export default function format(m: Money): string { return m.currency; }
