import { useCartTotals } from "./surface";
const { items, total } = useCartTotals(); items.toFixed(); total.toFixed();
const t: { items: number } = useCartTotals(); export { t };
