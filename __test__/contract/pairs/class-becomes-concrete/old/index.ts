export abstract class Shape {
  constructor(readonly name: string) {}
  area(): number { return 0; }
  protected scale(by: number): number { return this.area() * by; }
}
export const unitName: string = "m2";
export type Preference = { name: "density"; value: "compact" | "cosy" } | { name: "animations"; value: boolean };
export declare function readPreference<N extends Preference["name"]>(name: N): Extract<Preference, { name: N }>["value"];
