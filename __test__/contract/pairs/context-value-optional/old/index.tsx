import { createContext, useContext, type ReactNode } from "react";
interface Cart { readonly items: readonly string[]; readonly add: (sku: string) => void }
const Ctx = createContext<Cart | null>(null);
export function useCart(): Cart { return useContext(Ctx)!; }
export function CartProvider({ children }: { children: ReactNode }) { return <>{children}</>; }
export const MAX: number = 3;
