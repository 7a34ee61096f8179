import type { ComponentType, FC } from "react";
export interface ThemeProps { theme: { primary: string; dark: boolean } }
export declare function withTheme<P extends ThemeProps>(C: ComponentType<P>): FC<Omit<P, keyof ThemeProps>>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
