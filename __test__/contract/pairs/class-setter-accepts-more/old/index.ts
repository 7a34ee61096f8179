export class Label {
  private value = "";
  private constructor() {}
  static empty(): Label { return new Label(); }
  get text(): string { return this.value; }
  set text(v: string) { this.value = String(v); }
}
export const makeLabel = (text: string): Label => { const l = Label.empty(); l.text = text; return l; };
export type Jsonish = string | number | boolean | null | readonly Jsonish[] | { readonly [key: string]: Jsonish };
export declare function cloneJson<T extends Jsonish>(value: T): T;
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
