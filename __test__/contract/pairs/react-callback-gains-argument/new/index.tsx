import type { JSX } from "react";
export interface InputProps {
  onChange(value: string, touched: boolean): void;
}
export function Input({ onChange }: InputProps): JSX.Element {
  return <input onChange={(e) => onChange(e.target.value, true)} />;
}
