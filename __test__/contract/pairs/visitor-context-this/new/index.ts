export declare function walk(visit: (this: { skip(): void }, node: { kind: string }) => void): void;
