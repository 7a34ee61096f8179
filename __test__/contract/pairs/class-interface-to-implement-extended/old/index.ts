export interface Storage2 { read(key: string): string | null; write(key: string, value: string): void; }
export class Session { constructor(private readonly storage: Storage2) {} get user(): string | null { return this.storage.read("user"); } }
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
