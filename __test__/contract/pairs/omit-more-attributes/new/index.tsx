import type { HTMLAttributes, JSX, ReactNode } from "react";
export interface AlertProps extends Omit<HTMLAttributes<HTMLDivElement>, "title" | "color"> { title: ReactNode }
export declare const Alert: (props: AlertProps) => JSX.Element;
