import { store } from "./surface";
store.set("theme", "auto");
