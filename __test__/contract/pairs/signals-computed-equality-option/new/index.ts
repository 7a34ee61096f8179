export interface ReadSignal<T> { (): T; readonly peek: () => T }
export interface WriteSignal<T> extends ReadSignal<T> { set(v: T): void; update(f: (v: T) => T): void; asReadonly(): ReadSignal<T> }
export declare function signal<T>(init: T): WriteSignal<T>;
export declare function computed<T>(f: () => T, options?: { equal?: (a: T, b: T) => boolean }): ReadSignal<T>;
export declare function effect(f: (onCleanup: (g: () => void) => void) => void): () => void;
export declare abstract class Poller<T> {
  protected constructor(intervalMs: number);
  protected abstract poll(signal: AbortSignal): Promise<T>;
  start(): this;
  stop(): void;
  readonly lastValue: T | undefined;
}
export declare class TextPoller extends Poller<string> {
  constructor(url: string, intervalMs?: number);
  protected poll(signal: AbortSignal): Promise<string>;
}
