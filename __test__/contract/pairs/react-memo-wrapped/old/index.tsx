import type { JSX } from "react";
export function Row(props: { text: string }): JSX.Element {
  return <li>{props.text}</li>;
}
