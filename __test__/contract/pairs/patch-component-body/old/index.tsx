import type { JSX } from "react";
export interface HintProps {
  text: string;
}
export function Hint({ text }: HintProps): JSX.Element {
  return <small>{text}</small>;
}
