export class Gauge {
  readonly level: number = 1;
}
