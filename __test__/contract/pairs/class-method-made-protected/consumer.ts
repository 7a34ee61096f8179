import { Store } from "./surface";
Store.create().commit();
export {};
