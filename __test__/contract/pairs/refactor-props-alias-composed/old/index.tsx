import type { ComponentProps, HTMLAttributes, PropsWithChildren, ReactNode } from "react";
export type CardProps = PropsWithChildren<{ title: string; footer?: ReactNode }>;
export function Card(p: CardProps) { return <div>{p.title}{p.children}{p.footer}</div>; }
export function Grid(p: ComponentProps<"div"> & { columns: number }) { const { columns, ...rest } = p; return <div data-c={columns} {...rest} />; }
export type Attr = HTMLAttributes<HTMLElement>;
