import type { JSX } from "react";
export interface ButtonProps {
  disabled?: boolean;
  label: string;
}
export function Button({ disabled, label }: ButtonProps): JSX.Element {
  return <button disabled={disabled}>{label}</button>;
}
