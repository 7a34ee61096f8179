export declare class Key<T> { private readonly type?: T; constructor(name: string); toString(): string }
export declare function provide<T>(key: Key<T>, value: T): void;
export declare function inject<T>(key: Key<T>): T;
export interface Cache { read(k: string): string | null; write(k: string, v: string): void }
export declare const CACHE: Key<Cache>;
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
export type Modifier = "ctrl" | "shift" | "alt";
export type Hotkey = `${Modifier}+${string}` | `f${number}`;
export declare function useHotkey(key: Hotkey, run: (event: KeyboardEvent) => void, deps?: readonly unknown[]): void;
