export interface Snapshot<T> { data?: T; readonly fetching: boolean }
export declare function snapshot<T>(key: string): Snapshot<T>;
