import { lazy, type FC, type PropsWithChildren } from "react";
type DialogProps = PropsWithChildren<{ open: boolean; onClose?(): void }>;
export const Dialog: FC<DialogProps> = (p) => <dialog open={p.open}>{p.children}</dialog>;
export const Chart = lazy(async () => ({ default: (p: { points: readonly number[] }) => <i>{p.points.length}</i> }));
