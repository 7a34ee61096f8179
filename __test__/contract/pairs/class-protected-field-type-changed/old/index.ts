export abstract class BaseView {
  protected nodes: string[] = [];
  abstract draw(): void;
  get empty(): boolean { return this.nodes.length === 0; }
}
export const show = (v: BaseView): boolean => { v.draw(); return v.empty; };
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
