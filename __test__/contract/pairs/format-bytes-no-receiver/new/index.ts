export declare function formatBytes(this: void, n: number): string;
