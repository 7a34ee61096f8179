export interface InfiniteOptions<T, P> { readonly queryKey: readonly unknown[]; fetch(page: { readonly pageParam: P }): Promise<T>; initial: P; next(last: T): P | undefined }
export interface InfiniteResult<T> { readonly pages: readonly T[]; fetchNext(): Promise<InfiniteResult<T>> }
export declare function useInfinite<T, P>(o: InfiniteOptions<T, P>): InfiniteResult<T>;
export declare function prefetch<T, P>(o: InfiniteOptions<T, P>): Promise<void>;
