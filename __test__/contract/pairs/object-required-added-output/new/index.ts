export interface Invoice {
  readonly total: number;
  readonly currency: string;
}
export function latestInvoice(): Invoice {
  return { total: 10, currency: "EUR" };
}
