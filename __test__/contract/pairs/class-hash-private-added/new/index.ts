export class Money {
  constructor(readonly cents: number, readonly currency: string) {}
  #cache = "";
  plus(other: Money): Money { return new Money(this.cents + other.cents, this.currency); }
  toString(): string { return this.#cache ||= `${this.cents} ${this.currency}`; }
}
export const total = (all: readonly Money[]): Money => all.reduce((a, b) => a.plus(b), new Money(0, "EUR"));
export type SortKey<T> = { [K in keyof T]: T[K] extends string | number | Date ? K : never }[keyof T];
export declare function sortedBy<T>(rows: readonly T[], key: SortKey<T>, descending?: boolean): T[];
