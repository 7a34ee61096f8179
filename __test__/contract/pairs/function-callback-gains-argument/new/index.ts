export declare function walk(visit: (node: string, depth: number) => void): void;
