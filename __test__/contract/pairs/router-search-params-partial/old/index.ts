export type Search = { q: string; page: number; sort: "new" | "top" };
export declare function setSearch(patch: Pick<Search, "q">): void;
export declare function readSearch(): Search;
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
