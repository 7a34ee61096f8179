import { watch } from "./surface";
watch("user:changed", (u) => u.id.trim()); watch<"order">("order:changed", (o) => o.total.toFixed());
