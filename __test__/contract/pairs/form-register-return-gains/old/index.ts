export interface Registered { name: string; onBlur(): void; onChange(value: string): void }
export declare function register(name: string, rules?: { required?: boolean; max?: number }): Registered;
export declare function unregister(name: string): void;
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
