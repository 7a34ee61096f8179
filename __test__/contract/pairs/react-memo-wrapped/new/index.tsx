import { type JSX, memo } from "react";
export const Row = memo(function Row(props: { text: string }): JSX.Element {
  return <li>{props.text}</li>;
});
