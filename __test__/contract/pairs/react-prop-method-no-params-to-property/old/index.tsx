export interface ModalProps {
  title: string;
  onClose(): void;
  onOpen?(): void;
}
export function Modal(p: ModalProps) { return <dialog onClose={p.onClose}>{p.title}</dialog>; }
export function useModalCount(): number { return 0; }
export type CurrencyCode = "EUR" | "CHF" | "USD";
export type MoneyText = `${number} ${CurrencyCode}`;
export declare function moneyText(amount: number, currency: CurrencyCode): MoneyText;
export declare const currencySymbols: Readonly<Record<CurrencyCode, string>>;
