import { store } from "./surface";
store.get("user").trim();
store.watch("count", (next) => next.toFixed());
