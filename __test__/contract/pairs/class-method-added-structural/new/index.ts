export class Clock {
  now(): number {
    return 0;
  }
  reset(): void {}
}
