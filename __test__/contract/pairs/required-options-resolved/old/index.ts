export interface Options { gap?: number; wrap?: boolean }
export declare function resolve(options?: Options): Readonly<Required<Options>>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
