import type { Health } from "./surface";
export const text = async () => { const h = (await (await fetch("/health")).json()) as Health; return h.ok ? "up" : "down"; };
