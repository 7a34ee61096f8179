export interface Model<T> { get current(): T; set current(next: T | null); reset(): void }
export declare function model<T extends object>(initial: T): Model<T>;
