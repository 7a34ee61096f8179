export interface Topics { start: { at: Date }; stop: { at: Date } }
export declare function subscribe<T extends keyof Topics>(topic: T, run: (message: Topics[T]) => void): void;
