import { store } from "./surface";
store.get("secret").trim();
