export type Topics = { start: { at: Date; by?: string }; stop: { at: Date }; pause: { at: Date } };
export declare function subscribe<T extends keyof Topics>(topic: T, run: (message: Topics[T]) => void): void;
