import { emit } from "./surface";
emit("pick", { sku: "a", count: 2 });
