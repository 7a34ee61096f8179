import { useCartTotals } from "./surface";
const sent: Record<string, unknown> = useCartTotals(); export { sent };
