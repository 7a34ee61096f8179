import type { JSX } from "react";
export interface CardProps {
  title?: string;
}
export function Card({ title }: CardProps): JSX.Element {
  return <h2>{title}</h2>;
}
