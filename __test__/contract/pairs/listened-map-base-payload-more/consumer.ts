import { on } from "./surface";
on("pick", ({ sku }) => sku.trim());
on("drop", ({ at }) => at.toFixed());
