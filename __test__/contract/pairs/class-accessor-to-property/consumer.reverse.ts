import { Gauge } from "./surface";
export class Fixed extends Gauge {
  override readonly level: number = 7;
}
