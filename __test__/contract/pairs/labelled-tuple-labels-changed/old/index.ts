export type Range = readonly [from: number, to: number];
export interface Histogram { readonly buckets: readonly (readonly [Range, count: number])[] }
export declare function histogram(values: readonly number[], within?: Range): Histogram;
export declare function clamp(v: number, r: Range): number;
