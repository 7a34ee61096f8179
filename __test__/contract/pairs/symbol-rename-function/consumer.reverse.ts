import { formatCost } from "./surface";
export const label: string = formatCost(250);
