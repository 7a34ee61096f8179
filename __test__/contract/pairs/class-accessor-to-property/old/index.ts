export class Gauge {
  get level(): number {
    return 1;
  }
}
