import { bus } from "./surface";
bus.on("cart:restored", p => p.skus.map(s => s.toUpperCase()));
