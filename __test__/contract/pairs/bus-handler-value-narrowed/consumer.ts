import { Bus } from "./surface";
Bus.open().on("pick", (sku) => String(sku));
