import { store } from "./surface";
store.setCount(store.getCount() + 1);
