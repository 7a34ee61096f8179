import type { FC, PropsWithChildren, ReactNode } from "react";
interface Own { open: boolean; onClose(): void }
export const Dialog: FC<PropsWithChildren<Own>> = p => (p.open ? <dialog>{p.children}</dialog> : null);
export declare const other: FC<PropsWithChildren<Own>> | ReactNode;
