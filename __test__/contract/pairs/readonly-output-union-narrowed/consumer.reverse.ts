import { order, type OrderState } from "./surface";
const text: Record<OrderState, string> = { open: "o", paid: "p", sent: "s" };
order("1").then((o) => text[o.state]);
