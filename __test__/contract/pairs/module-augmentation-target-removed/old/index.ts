export interface EventMap { login: string }
export declare function on<K extends keyof EventMap>(k: K, f: (p: EventMap[K]) => void): void;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
