import type { JSX } from "react";
export type AlertProps =
  | { kind: "text"; text: string }
  | { kind: "error"; error: Error }
  | { kind: "link"; href: string };
export declare function Alert(props: AlertProps): JSX.Element;
