export class Mic {
  level(): number {
    return 0;
  }
}
