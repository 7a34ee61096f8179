export declare class Queue<T> { private readonly items; constructor(options?: Queue.Options); push(item: T): number; drain(): AsyncIterableIterator<T> }
export declare namespace Queue { interface Options { limit?: number; } const defaultLimit: number; }
export {};
