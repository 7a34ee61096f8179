import { hub } from "./surface";
hub.on("pick", (sku, count) => sku + count);
