import type { JSX } from "react";
export interface InputProps {
  onChange(value: string): void;
}
export function Input({ onChange }: InputProps): JSX.Element {
  return <input onChange={(e) => onChange(e.target.value)} />;
}
