export declare function joinPath(base: string, ...parts: string[]): string;
