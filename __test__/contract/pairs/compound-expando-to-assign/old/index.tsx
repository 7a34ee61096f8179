import type { ReactNode } from "react";
interface CardProps { children?: ReactNode; tone?: "a" | "b" }
export function Card(p: CardProps) { return <section>{p.children}</section>; }
Card.Header = (p: { title: string }) => <h2>{p.title}</h2>;
Card.Body = function Body(p: { children: ReactNode }) { return <div>{p.children}</div>; };
