import { round } from "./surface";
declare module "./surface" {
  namespace round {
    let digits: number;
  }
}
export const r: number = round(1.5) + round.digits;
