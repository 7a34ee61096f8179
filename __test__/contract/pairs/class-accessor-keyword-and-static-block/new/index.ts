export class Settings {
  private constructor() {}
  static #instance?: Settings;
  static { Settings.#instance = undefined; }
  static get instance(): Settings { if (!Settings.#instance) Settings.#instance = new Settings(); return Settings.#instance; }
  #level = 1;
  get zoom(): number { return this.#level; }
  set zoom(z: number) { this.#level = z; }
}
export declare enum Weekday { Monday = 1, Tuesday = 2, Wednesday = 3, Thursday = 4, Friday = 5 }
export declare function nextWeekday(day: Weekday): Weekday;
export declare function isWeekday(value: unknown): value is Weekday;
