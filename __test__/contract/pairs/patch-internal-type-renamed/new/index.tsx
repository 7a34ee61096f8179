import type { JSX } from "react";
interface CaptionInput {
  text: string;
}
export function Caption({ text }: CaptionInput): JSX.Element {
  return <em>{text}</em>;
}
