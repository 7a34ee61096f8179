export default class Store {
  state: Record<string, number> = {};
  inc(key: string): number { return this.state[key] = (this.state[key] ?? 0) + 1; }
}
export type Key = string;
