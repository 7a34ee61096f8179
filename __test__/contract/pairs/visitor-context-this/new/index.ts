export declare function walk(visit: (this: { stop(): void }, node: { kind: string }) => void): void;
