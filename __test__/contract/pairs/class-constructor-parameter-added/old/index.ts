export class Timer {
  constructor(readonly ms: number) {}
}
