export interface Limits { cpu: number; memory: number }
export declare function limits(): Readonly<Limits> & { readonly label: string };
export declare function setLimits(l: Partial<Limits>): void;
export interface TokenMap { readonly space: readonly number[]; readonly font: { readonly body: string; readonly mono: string } }
export declare const tokens2: TokenMap;
export declare function tokenVar<K extends keyof TokenMap>(group: K): `--${K}`;
