export class Timer {
  constructor(readonly ms: number, repeat: boolean) {
    if (repeat) void ms;
  }
}
