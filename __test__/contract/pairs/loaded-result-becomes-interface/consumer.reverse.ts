import { loadCart } from "./surface";
loadCart().then((c) => c.items.join() + c.total.toFixed());
