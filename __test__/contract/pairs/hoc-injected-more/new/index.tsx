import type { ComponentType, FC } from "react";
export interface Injected { readonly theme: string; readonly dir: "ltr" | "rtl" }
export declare function withTheme<P extends object>(C: ComponentType<P & Injected>): FC<P>;
export declare function plain(name: string): void;
