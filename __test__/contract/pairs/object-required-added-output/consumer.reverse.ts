import { latestInvoice } from "./surface";
export const currency: string = latestInvoice().currency;
