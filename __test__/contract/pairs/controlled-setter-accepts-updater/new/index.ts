export interface UrlState<T> { readonly value: T; set(next: T | ((old: T) => T)): void }
export declare function useUrlState<T extends string | number>(key: string, initial: T): UrlState<T>;
