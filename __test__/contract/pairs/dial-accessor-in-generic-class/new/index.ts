export declare class Dial<U extends string> { private constructor(); static create<U extends string>(units: readonly U[]): Dial<U>; get unit(): U; set unit(next: U) }
