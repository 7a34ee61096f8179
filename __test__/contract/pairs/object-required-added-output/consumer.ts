import { latestInvoice, type Invoice } from "./surface";
const invoice: Invoice = latestInvoice();
export const total: number = invoice.total;
