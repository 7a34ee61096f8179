import { emit } from "./surface";
emit("open");
emit("pick", { sku: "a" });
