export interface Pending<T> extends PromiseLike<T[]> { first(): Promise<T | undefined>; cancel(): void }
export declare function sql<T extends object>(parts: TemplateStringsArray, ...values: readonly (string | number | null)[]): Pending<T>;
export declare function end(): Promise<void>;
