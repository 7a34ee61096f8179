import { useCart, type CartAction } from "./surface";
const clear: CartAction = { type: "clear" };
export function f() { const [s, d] = useCart(); d(clear); d({ type: "add", sku: "1" }); return s.lines[0]?.qty; }
