type AsList<T> = T extends readonly unknown[] ? T : [T];
export interface Hook<T> { call(...args: AsList<T>): void }
export declare function hook<T>(): Hook<T>;
