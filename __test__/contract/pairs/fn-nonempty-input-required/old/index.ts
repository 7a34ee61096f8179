export declare function race<T>(tasks: readonly (() => Promise<T>)[]): Promise<T>;
export declare function all<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]>;
export declare function invariant(condition: unknown, text?: string | (() => string)): asserts condition;
export declare function assertNever2(value: never): never;
export declare function isRecord(value: unknown): value is Record<string, unknown>;
