import { createContext, type Context } from "react";
export interface Cart { readonly count: number; clear(): void }
export declare const CartContext: Context<Cart| null>;
export function CartBadge(p: { inverted?: boolean }) { return <sup data-inverted={p.inverted} />; }
