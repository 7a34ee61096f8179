import { store, clear } from "./surface";
clear();
export const n = { dark: 1, light: 2 }[store.get("theme") ?? "dark"] + (store.get("visits") ?? 0);
