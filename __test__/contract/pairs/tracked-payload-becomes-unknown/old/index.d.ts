export interface Tracked<T> { name: string; payload: T }
export declare function track<T>(event: Tracked<T>): void;
