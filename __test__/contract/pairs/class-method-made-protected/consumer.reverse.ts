import { Store } from "./surface";
export const store: Store = Store.create();
