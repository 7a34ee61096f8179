export class Counter {
  count: number = 0;
  bump(by = 1): this { this.count += by; return this; }
  private readonly tag = Symbol("c");
}
export const counters: ReadonlyMap<string, Counter> = new Map();
