import type { ReactNode } from "react";
import "./design-system.css";

export interface CardProps {
  title: string;
  children: ReactNode;
}

/** A framed part of a page, with a heading. */
export default function Card({ title, children }: CardProps): ReactNode {
  return (
    <section className="ds-card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
