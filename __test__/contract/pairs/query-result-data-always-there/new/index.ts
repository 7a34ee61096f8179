export interface Snapshot<T> { data: T | undefined; readonly fetching: boolean }
export declare function snapshot<T>(key: string): Snapshot<T>;
