import type { JSX, ReactNode } from "react";
export declare function Dialog(props: { open: boolean; children?: ReactNode }): JSX.Element;
export declare namespace Dialog {
  function Title(props: { children?: ReactNode }): JSX.Element;
  function Footer(props: { align?: "start" | "end"; children?: ReactNode }): JSX.Element;
}
