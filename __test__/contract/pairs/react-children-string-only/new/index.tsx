import type { ReactNode } from "react";
declare const flagBrand: unique symbol;
export type FlagKey<T> = string & { readonly [flagBrand]: T };
export declare function flagKey<T>(name: string): FlagKey<T>;
export declare function readFlag<T>(key: FlagKey<T>, fallback: T): T;
export interface MarkdownProps { children: string; plugins?: readonly string[] }
export const Markdown = ({ children }: MarkdownProps) => <article>{children}</article>;
export const MarkdownToolbar = () => <nav />;
