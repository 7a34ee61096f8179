interface Config { ui: { theme: "dark" | "light"; zoom: number }; tags: string[] }
export declare function theme(): "light" | "dark";
export declare function addTag(tag: string): number;
export declare function ui(): Pick<Config, "ui">["ui"];
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
