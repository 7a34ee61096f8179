export type AnyHook = Hook<string>;
declare class Hook<T> { name: string; call(value: T): void }
export {};
