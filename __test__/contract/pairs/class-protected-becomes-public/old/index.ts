export class Timer {
  private started = 0;
  start(): this { this.started = Date.now(); return this; }
  protected elapsed(): number { return Date.now() - this.started; }
}
export const startAll = (timers: Timer[]): number => timers.map(t => t.start()).length;
export interface Ref2<T> { get value(): T; set value(next: T) }
export declare function ref2<T>(initial: T): Ref2<T>;
export declare function toRefs2<T extends object>(source: T): { readonly [K in keyof T]: Ref2<T[K]> };
