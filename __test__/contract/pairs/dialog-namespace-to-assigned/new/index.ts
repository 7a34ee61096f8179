import type { JSX, ReactNode } from "react";
declare function DialogTitle(props: { children?: ReactNode }): JSX.Element;
declare function DialogFooter(props: { align?: "start" | "end"; children?: ReactNode }): JSX.Element;
export declare const Dialog: ((props: { open: boolean; children?: ReactNode }) => JSX.Element) & {
  Title: typeof DialogTitle;
  Footer: typeof DialogFooter;
};
