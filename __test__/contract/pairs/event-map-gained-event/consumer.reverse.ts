import { bus } from "./surface";
bus.on("cart:merge", ({ from }) => from.length);
