import { useCart, CartProvider } from "./surface";
function N() { const c = useCart(); return <i>{c === null ? 0 : c.items.length}</i>; }
export const a = <CartProvider><N /></CartProvider>;
