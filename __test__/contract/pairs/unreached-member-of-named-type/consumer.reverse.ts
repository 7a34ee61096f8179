import { on } from "./surface";
on("pick", ({ sku }) => sku.trim());
