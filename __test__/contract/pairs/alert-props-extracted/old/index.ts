import type { JSX, ReactNode } from "react";
export declare function Alert(props: { tone: "info" | "error"; title?: string; children: ReactNode }): JSX.Element;
