export class Settings {
  private constructor() {}
  static #instance?: Settings;
  static get instance(): Settings { return Settings.#instance ??= new Settings(); }
  private level = 1;
  get zoom(): number { return this.level; }
  set zoom(z: number) { this.level = z; }
}
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
