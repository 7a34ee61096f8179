import { forwardRef } from "react";
export interface AreaProps { rows?: number; onText(text: string): void }
export const Area = forwardRef<HTMLInputElement, AreaProps>(function Area(props) {
  return <p>{props.rows}</p>;
});
export function Label(props: { text: string }) { return <b>{props.text}</b>; }
