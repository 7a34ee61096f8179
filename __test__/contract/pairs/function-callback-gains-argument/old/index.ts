export declare function walk(visit: (node: string) => void): void;
