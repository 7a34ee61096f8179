import { CART_KEY } from "./surface";
export function own(k: typeof CART_KEY | "name") { if (k === CART_KEY) return "cart"; return k.trim(); }
