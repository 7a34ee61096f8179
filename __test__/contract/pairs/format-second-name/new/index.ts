declare function formatMoney(cents: number): string;
export { formatMoney as format, formatMoney };
