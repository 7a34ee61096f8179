import type { ReactNode } from "react";

export interface CardProps {
    title: string;
    children: ReactNode;
}
/** A framed part of a page, with a heading. */
export default function Card({ title, children }: CardProps): ReactNode;
