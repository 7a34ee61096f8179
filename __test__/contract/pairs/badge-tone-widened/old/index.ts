import type { ReactNode } from "react";
export interface BadgeProps { tone: "info" | "warn"; children?: ReactNode }
export declare function Badge(props: BadgeProps): ReactNode;
