export interface ReadableStore<S> { getState(): S; reset(): void; readonly name: string }
export declare function readable<S>(name: string): ReadableStore<S>;
export declare function mount(store: ReadableStore<unknown>): void;
/** @deprecated use the other one */
export declare function legacyId(prefix?: string): string;
