export interface Theme { spacing(factor: number): string; palette: { main: string } }
export declare function createTheme(options?: Partial<Theme>): Theme;
interface Cfg { readonly debug?: boolean; readonly base: string }
export declare const config: Cfg;
