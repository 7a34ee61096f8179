export class Counter {
  #n = 0;
  get count(): number { return this.#n; }
  set count(v: number) { this.#n = v; }
  bump(by = 1): this { this.count += by; return this; }
  private readonly label = "c";
}
export const counters: ReadonlyMap<string, Counter> = new Map();
