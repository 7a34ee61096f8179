export interface Model<T> { current: T; reset(): void }
export declare function model<T extends object>(initial: T): Model<T>;
