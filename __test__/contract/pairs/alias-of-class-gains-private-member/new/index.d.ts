export type AnyHook = Hook<string>;
declare class Hook<T> { private calls; name: string; call(value: T): void }
export {};
