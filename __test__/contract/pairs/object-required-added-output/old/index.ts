export interface Invoice {
  readonly total: number;
}
export function latestInvoice(): Invoice {
  return { total: 10 };
}
