export interface Cursor { readonly index: number; value: string; move(by: number): void }
export declare function cursor(text: string): Cursor;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
