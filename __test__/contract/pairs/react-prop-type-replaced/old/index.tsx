import type { JSX } from "react";
export interface BarProps {
  value: number;
}
export function Bar({ value }: BarProps): JSX.Element {
  return <progress value={value} />;
}
