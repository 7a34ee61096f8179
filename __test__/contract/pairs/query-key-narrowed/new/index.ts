export declare function invalidate(key: readonly (string | number | { readonly [part: string]: unknown })[]): Promise<void>;
