export interface Visit { path: string; at: Date }
export declare function sessions(): Map<string, Visit>;
export declare function sessionCount(): number;
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
