type Selector = (state: string) => unknown;
type Results<T extends readonly Selector[]> = { [K in keyof T]: T[K] extends Selector ? ReturnType<T[K]> : never };
export declare function combine<T extends readonly Selector[]>(...selectors: T): Results<T>;
export {};
