export declare function parts(path: string): string[];
export declare function joinParts(parts: readonly string[]): string;
