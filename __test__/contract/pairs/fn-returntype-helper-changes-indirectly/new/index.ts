declare const base: { width: number; height: number; depth: number | undefined };
export declare function snapshot(): Readonly<typeof base>;
export declare function resize(size: Pick<typeof base, "width" | "height">): void;
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
