export declare class Signal<T> {
  constructor(initial: T);
  get(): T;
  set(next: T | ((prev: T) => T)): void;
  
  pipe<U>(fn: (v: T) => U): Signal<U>;
}
export declare function computed<T>(fn: () => T): Signal<T>;
