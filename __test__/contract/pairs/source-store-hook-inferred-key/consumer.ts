import { useCart, useCartCount } from "./surface";
export const f = () => { const { lines, add } = useCart(); add("x"); return lines.map(l => l.sku.trim()).length + useCart(s => s.total()) + useCartCount(); };
