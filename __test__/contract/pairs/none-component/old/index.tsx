import type { JSX } from "react";
export interface BoxProps {
  wide?: boolean;
}
export function Box({ wide }: BoxProps): JSX.Element {
  return <div className={wide ? "wide" : undefined} />;
}
