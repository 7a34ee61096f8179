export interface Options { gap?: number; wrap?: boolean; align?: "start" | "end" }
export declare function resolve(options?: Options): Readonly<Required<Options>>;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
