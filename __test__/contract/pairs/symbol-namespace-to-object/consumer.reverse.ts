import { Units } from "./surface";
namespace Units {
  export type Mass = "kg" | "lb";
}
export const mass: Units.Mass = "kg";
export const width = Units.toCm(3);
