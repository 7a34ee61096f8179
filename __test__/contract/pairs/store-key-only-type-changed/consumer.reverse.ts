import { store } from "./surface";
store.select("cart").count.toFixed();
store.subscribe("debug", () => {});
