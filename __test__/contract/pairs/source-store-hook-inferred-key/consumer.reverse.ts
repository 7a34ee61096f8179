import { useCart } from "./surface";
export const f = () => useCart(s => s.clear)();
