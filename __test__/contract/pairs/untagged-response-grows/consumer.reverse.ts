import type { Quote } from "./surface";
export const c = (q: Quote) => q.currency;
