import { createContext, forwardRef, memo, useContext, type ComponentPropsWithRef, type ElementType, type ReactNode } from "react";
const Ctx = createContext<{ open: boolean } | null>(null);
export const Trigger = memo(forwardRef<HTMLButtonElement, { children: ReactNode }>((p, r) => <button ref={r}>{p.children}</button>));
export function Text<E extends ElementType = "p">({ as, ...rest }: { as?: E } & ComponentPropsWithRef<E>): ReactNode { const T: ElementType = as ?? "p"; return <T {...rest} />; }
export const useOpen = () => useContext(Ctx)?.open ?? false;
