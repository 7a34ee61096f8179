export interface Cursor { get index(): number; get value(): string; set value(next: string); move(by: number): void }
export declare function cursor(text: string): Cursor;
export declare function debounceBy<A extends unknown[]>(fn: (...a: A) => void, ms: number): (...a: A) => void;
