import type { ReactNode } from "react";
export type { ReactNode as Children } from "react";
export function Page(p: { title: string; children: ReactNode }) { return <main title={p.title}>{p.children}</main>; }
