export namespace Units {
  export type Length = "cm" | "in";
  export function toCm(inches: number): number {
    return inches * 2.54;
  }
}
