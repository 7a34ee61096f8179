import type { JSX } from "react";
export interface CardProps {
  heading?: string;
}
export function Card({ heading }: CardProps): JSX.Element {
  return <h2>{heading}</h2>;
}
