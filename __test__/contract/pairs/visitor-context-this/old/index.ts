export declare function walk(visit: (node: { kind: string }) => void): void;
