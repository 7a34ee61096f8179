export interface InfiniteOptions<T> { load(cursor: number | null): Promise<T[]>; next(last: T[]): number | null }
export declare function useInfinite<T>(options: InfiniteOptions<T>): { readonly pages: readonly T[][]; more(): void };
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
