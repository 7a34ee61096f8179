import { recentOrders } from "./surface";
const rows: Record<string, unknown>[] = recentOrders(); export { rows };
