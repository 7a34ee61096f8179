import type { Dispatch } from "react";
export type CartAction = { type: "add"; sku: string } | { type: "clear" } | { type: "remove"; sku: string };
export interface CartState { readonly lines: readonly { sku: string; qty: number }[] }
export declare function useCart(): readonly [CartState, Dispatch<CartAction>];
