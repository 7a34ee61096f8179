export type Range = readonly [start: number, end: number];
export declare function clampRange(r: Range): Range;
export declare function bounds(): [number, number];
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
