import { hub } from "./surface";
hub.on("move", (x, y) => x + y);
hub.on("pick", (sku) => sku.trim());
