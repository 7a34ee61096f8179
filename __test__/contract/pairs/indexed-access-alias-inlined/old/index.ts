interface Config { ui: { theme: "dark" | "light"; zoom: number }; tags: string[] }
export declare function theme(): Config["ui"]["theme"];
export declare function addTag(tag: Config["tags"][number]): Config["tags"]["length"];
export declare function ui(): Config["ui"];
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
