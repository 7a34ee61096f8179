type Spacing = Record<"sm" | "lg", number>;
interface ThemeOverride { colors?: { primary?: string; accent?: string }; spacing?: Partial<Spacing> }
export type Mode = "light" | "dark";
export declare function setMode(next: Mode): void;
export declare function spacing(times: number): string;
export declare function createTheme(override: ThemeOverride): { readonly colors: Palette; readonly spacing: Spacing };
interface Palette { accent: string; primary: string }
