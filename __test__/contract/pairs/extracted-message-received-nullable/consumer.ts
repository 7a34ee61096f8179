import { on } from "./surface";
on("add", ({ sku }) => sku.trim());
