export declare function fetchAll(url: string): Promise<any>;
export declare function abort(): void;
export declare function invariant(condition: unknown, text?: string | (() => string)): asserts condition;
export declare function assertNever2(value: never): never;
export declare function isRecord(value: unknown): value is Record<string, unknown>;
