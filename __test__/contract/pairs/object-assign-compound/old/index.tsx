import type { JSX, ReactNode } from "react";
interface P { children?: ReactNode }
const Root = (p: P & { raised?: boolean }): JSX.Element => <article>{p.children}</article>;
const Header = (p: P) => <header>{p.children}</header>;
export const Panel = Object.assign(Root, { Header });
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
