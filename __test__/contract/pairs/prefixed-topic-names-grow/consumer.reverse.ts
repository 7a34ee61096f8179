import { watch } from "./surface";
watch("cart:changed", (c) => c.items.toFixed());
