import type { JSX } from "react";
export interface BarProps {
  value: string;
}
export function Bar({ value }: BarProps): JSX.Element {
  return <progress value={value} />;
}
