import { store } from "./surface";
store.get("user")?.trim();
