import type { JSX } from "react";
export interface ButtonProps {
  label: string;
  size?: "small" | "large";
}
export function Button({ label, size }: ButtonProps): JSX.Element {
  return <button className={size}>{label}</button>;
}
