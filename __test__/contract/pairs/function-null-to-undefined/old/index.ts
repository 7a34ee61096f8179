export declare function pickFirst(list: readonly string[]): string | null;
