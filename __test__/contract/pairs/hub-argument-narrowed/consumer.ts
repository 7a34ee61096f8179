import { hub } from "./surface";
hub.on("pick", (sku) => { const all: string | number = sku; return all; });
