import { recentOrders } from "./surface";
recentOrders().filter((o) => o.paid).map((o) => o.id.trim());
