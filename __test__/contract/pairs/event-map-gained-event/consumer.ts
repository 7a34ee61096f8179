import { bus } from "./surface";
const off = bus.on("cart:add", (p) => p.sku.toUpperCase());
bus.once("cart:clear").then((x) => { const u: undefined = x; return u; });
off();
