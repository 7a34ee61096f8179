export class Money {
  private constructor(readonly cents: number) {}
  static zero(): Money {
    return new Money(0);
  }
  static of(cents: number): Money {
    return new Money(cents);
  }
}
