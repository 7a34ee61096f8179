import { emit } from "./surface";
emit("pick", { sku: 1 });
