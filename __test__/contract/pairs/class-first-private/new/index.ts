export declare class Money {
  constructor(amount: number, currency: string);
  readonly amount: number;
  readonly currency: string;
  plus(other: Money): Money;
  private readonly brandCheck: boolean;
}
export declare function format(m: Money): string;
