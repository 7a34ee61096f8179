export class Player {
  private level = 1;
  get volume(): number { return this.level; }
 set volume(v: number) { this.level = v; }
  play(track: string): boolean { return track.length > this.level; }
}
export const player: Player = new Player();
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
