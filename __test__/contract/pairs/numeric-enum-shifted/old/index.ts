export enum Priority { Low, Mid, High }
export declare function enqueue(job: () => void, priority: Priority): void;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
