import type { ComponentProps, HTMLAttributes, PropsWithChildren, ReactNode } from "react";
export type CardProps = { title: string; footer?: ReactNode; children?: ReactNode };
export function Card(p: CardProps) { return <div>{p.title}{p.children}{p.footer}</div>; }
export function Grid(p: { columns: number } & React.JSX.IntrinsicElements["div"]) { const { columns, ...rest } = p; return <div data-c={columns} {...rest} />; }
export type Attr = HTMLAttributes<HTMLElement>;
