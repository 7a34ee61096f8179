import { emit, on } from "./surface";
on("pick", ({ sku }) => sku.trim());
emit("drop", { sku: "a", at: 1 });
