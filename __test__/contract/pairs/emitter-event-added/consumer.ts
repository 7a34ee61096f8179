import { bus } from "./surface";
const off = bus.on("cart:added", p => console.log(p.sku, p.quantity));
bus.once("cart:cleared").then(p => { const u: undefined = p; return u; });
off();
