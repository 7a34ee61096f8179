export type ThemeOverrides = { primary?: string; radius?: number };
export declare function currentTheme(): ThemeOverrides;
