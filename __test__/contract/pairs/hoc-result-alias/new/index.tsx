import type { ComponentType, FC } from "react";
export interface ThemeProps { theme: { primary: string; dark: boolean } }
type Injected<Outer, In> = FC<Omit<Outer, keyof In>>;
export declare function withTheme<Props extends ThemeProps>(Wrapped: ComponentType<Props>): Injected<Props, ThemeProps>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
