import { bus } from "./surface";
bus.on("cart", p => p.count.toFixed());
