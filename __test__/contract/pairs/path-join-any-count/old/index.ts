export declare function joinPath(base: string, first: string, ...more: string[]): string;
