export type Range = readonly [from: number, to: number];
export declare function clampRange(r: Range): Range;
export declare function bounds(): [min: number, max: number];
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
