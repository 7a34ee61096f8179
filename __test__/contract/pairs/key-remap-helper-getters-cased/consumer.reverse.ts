import { store } from "./surface";
store.setCount(store.useCount() + store.useUser().name.length);
