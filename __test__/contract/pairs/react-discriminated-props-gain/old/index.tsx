import type { JSX } from "react";
export type AlertProps = { kind: "text"; text: string } | { kind: "error"; error: Error };
export declare function Alert(props: AlertProps): JSX.Element;
