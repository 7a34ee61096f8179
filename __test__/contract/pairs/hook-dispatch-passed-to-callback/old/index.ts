export type FilterAction = { set: string } | { clear: true };
export declare function useFilter(onAction?: (text: string) => void): { text: string; apply: (a: FilterAction) => void };
export declare function filterNames(): string[];
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
