export interface Cursor<K = number> { readonly after: K | null }
export interface Page<T> { readonly items: readonly T[]; readonly next: Cursor }
export declare function page<T>(url: string, from?: Cursor): Promise<Page<T>>;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
export {};
