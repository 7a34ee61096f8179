declare class Iter<T> { private index: number; next: () => T | undefined; close(): void; readonly done: boolean; protected constructor(rows: T[]) }
export declare function query<T>(sql: string): Iter<T>;
export declare function first<T>(sql: string): T | undefined;
