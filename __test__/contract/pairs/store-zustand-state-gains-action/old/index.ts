type SetState<T> = (partial: Partial<T> | ((state: T) => Partial<T>)) => void;
export interface BoundStore<T> {
  (): T;
  <U>(selector: (state: T) => U): U;
  getState(): T;
  setState: SetState<T>;
  subscribe(listener: (state: T, previous: T) => void): () => void;
}
interface CounterState { count: number; increment(by?: number): void; }
export declare const useCounter: BoundStore<CounterState>;
export declare function createStore<T>(init: (set: SetState<T>, get: () => T) => T): BoundStore<T>;
