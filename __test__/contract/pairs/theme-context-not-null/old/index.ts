import type { Context } from "react";
export interface Theme { mode: "light" | "dark"; gap(n: number): string }
export declare const ThemeContext: Context<Theme | null>;
