import { track } from "./surface";
interface Purchase { sku: string; total: number }
export const buy = (p: Purchase) => track("buy", p);
