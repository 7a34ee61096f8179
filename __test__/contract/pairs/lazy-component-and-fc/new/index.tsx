import type { ReactNode } from "react";
interface Closable { open: boolean; onClose?: () => void }
export function Dialog({ open, children }: Closable & { children?: ReactNode }): ReactNode { return open ? <dialog open>{children}</dialog> : null; }
export function Chart({ points }: { points: readonly number[] }) { return points.map((n) => <i key={n}>{n}</i>); }
