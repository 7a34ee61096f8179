import type { Quote } from "./surface";
export const fixture: Quote = { symbol: "ACME" };
