import { userId, ordersOf, type UserId, type OrderId } from "./surface";
const u: UserId = userId("a"); const m = new Map<UserId, OrderId[]>(); ordersOf(u).then(o => m.set(u, o)); export const s: string = u.toUpperCase();
