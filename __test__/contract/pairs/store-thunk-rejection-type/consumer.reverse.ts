import { checkout } from "./surface";
export const text = checkout({ cart: "c" }).then(r => r.ok ? r.value.id : r.error.text);
