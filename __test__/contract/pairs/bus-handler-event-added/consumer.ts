import { Bus } from "./surface";
Bus.open().on("move", (x, y) => x + y).on("pick", (sku) => sku.trim());
