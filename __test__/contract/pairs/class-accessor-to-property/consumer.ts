import { Gauge } from "./surface";
export class Doubled extends Gauge {
  override get level(): number {
    return 2;
  }
}
