import { memo, type FC, type ReactNode } from "react";
interface CardProps { tone?: "b" | "a"; children?: ReactNode }
const Body = memo<{ children: ReactNode }>((p) => <div>{p.children}</div>);
const Root: FC<CardProps> = (p) => <section>{p.children}</section>;
export const Card = Object.assign(Root, { Body, Header: (p: { title: string }) => (p.title ? <h2>{p.title}</h2> : null) });
