import type { JSX } from "react";
interface Props {
  text: string;
}
export function Caption({ text }: Props): JSX.Element {
  return <em>{text}</em>;
}
