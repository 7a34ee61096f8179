import type { JSX, ReactNode } from "react";
export interface TextProps { as?: "p" | "span" | "label"; weight?: 400 | 700; children: ReactNode }
export function Text({ as: Tag = "p", children, weight = 400 }: TextProps): JSX.Element { return <Tag style={{ fontWeight: weight }}>{children}</Tag>; }
