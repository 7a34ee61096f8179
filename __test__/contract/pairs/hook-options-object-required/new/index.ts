export interface PageOptions { total: number; pageSize: number; siblings?: number }
export interface PageState { readonly page: number; readonly pages: number; go(to: number): void }
export declare function usePagination(options: PageOptions): PageState;
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
