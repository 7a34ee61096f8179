import { checkout, refund } from "./surface";
export const text = checkout({ cart: "c" }).then(r => r.ok ? r.value.id : r.error.toUpperCase());
refund("x").then(r => r.ok);
