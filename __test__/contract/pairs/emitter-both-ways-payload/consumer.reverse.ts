import { bus } from "./surface";
bus.emit("cart", { count: null });
