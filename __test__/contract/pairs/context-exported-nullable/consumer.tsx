import { useContext } from "react";
import { CartBadge, CartContext } from "./surface";
export function Count() { const c = useContext(CartContext); return <b><CartBadge inverted />{c?.count ?? 0}</b>; }
export const Guest = () => <CartContext value={null}><Count /></CartContext>;
