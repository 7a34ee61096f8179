import type { ReactElement, ReactNode } from "react";
export function Row({ left, right }: { left: ReactNode; right?: ReactNode }) { return <div>{left}{right}</div>; }
export function Empty(p: { when?: boolean }): ReactNode { return p.when ? <i /> : null; }
export const Loading = () => <progress />;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
