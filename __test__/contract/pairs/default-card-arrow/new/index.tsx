import type { ReactNode } from "react";
type CardProps = { children?: ReactNode; title: string; footer?: ReactNode };
const Card = (props: CardProps) => <section><h2>{props.title}</h2>{props.children}</section>;
export default Card;
