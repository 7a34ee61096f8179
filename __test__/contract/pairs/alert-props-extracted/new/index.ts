import type { JSX, PropsWithChildren, ReactNode } from "react";
interface AlertOwn { tone: "info" | "error"; title?: string }
interface AlertProps extends AlertOwn { children: ReactNode }
export declare function Alert({ tone, title, children }: AlertProps): JSX.Element;
