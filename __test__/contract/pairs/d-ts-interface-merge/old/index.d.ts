export interface Theme { palette: { main: string } }
export interface Theme { spacing(n: number): string }
export declare function createTheme(options?: Partial<Theme>): Theme;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
