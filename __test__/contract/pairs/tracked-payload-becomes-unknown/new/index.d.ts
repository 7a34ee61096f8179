export interface Tracked<T> { name: string; payload: unknown }
export declare function track<T>(event: Tracked<T>): void;
