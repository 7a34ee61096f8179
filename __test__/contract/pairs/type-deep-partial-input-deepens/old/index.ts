export interface Settings { ui: { theme: string; font: { size: number; family: string } }; debug: boolean }
type Shallow<T> = { [K in keyof T]?: T[K] };
type Deep<T> = { [K in keyof T]?: T[K] extends object ? Deep<T[K]> : T[K] };
export declare function configure(patch: Shallow<Settings>): void;
export declare function settings(): Settings;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
