import { emit } from "./surface";
emit("pick", { sku: "a" });
