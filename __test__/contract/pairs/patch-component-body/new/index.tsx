import type { JSX } from "react";
export interface HintProps {
  text: string;
}
export function Hint(props: HintProps): JSX.Element {
  const shown = props.text.trim();
  return <aside title={shown}>{shown}</aside>;
}
