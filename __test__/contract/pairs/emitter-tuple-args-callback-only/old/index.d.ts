interface Channels { tick: [count: number]; done: [] }
export declare function listen<C extends keyof Channels>(channel: C, cb: (...args: Channels[C]) => void): void;
export declare function channelNames(): readonly string[];
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
export {};
