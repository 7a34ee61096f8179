export class Range {
  private constructor(private readonly a: number, private readonly b: number) { this.length = b - a;}
  static of(a: number, b: number): Range { return new Range(a, b); }
  readonly length: number;
  includes(n: number): boolean { return n >= this.a && n < this.b; }
}
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
