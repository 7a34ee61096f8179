import { useCart } from "./surface";
export function f() { const [, d] = useCart(); d({ type: "remove", sku: "1" }); }
