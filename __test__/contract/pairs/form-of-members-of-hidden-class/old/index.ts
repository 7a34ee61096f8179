declare class Cursor<T> { private pos: number; next(): T | undefined; readonly close: () => void; get done(): boolean; constructor(q: string) }
export declare function query<T>(sql: string): Cursor<T>;
export declare function first<T>(sql: string): ReturnType<Cursor<T>["next"]>;
