type Primitive = string | number | boolean | null | undefined;
type DeepPartial<T> = T extends Primitive ? T : { [K in keyof T]?: DeepPartial<T[K]> };
interface Colors { primary: string; accent: string }
interface Theme { colors: Colors; spacing: { sm: number; lg: number } }
export declare function createTheme(override: DeepPartial<Theme>): Readonly<Theme>;
export declare function spacing(n: number): string;
export type Mode = "dark" | "light";
export declare function setMode(mode: Mode): void;
