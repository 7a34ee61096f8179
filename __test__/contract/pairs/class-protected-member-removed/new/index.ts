export class Client {
  constructor(readonly base: string) {}
  async send(path: string): Promise<string> { return this.base + path; }
  protected retry<T>(f: () => Promise<T>): Promise<T> { return f(); }
}
export function clientFor(name: string): Client { return new Client(name); }
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
