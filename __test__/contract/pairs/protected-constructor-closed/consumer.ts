import { Model } from "./surface";
export const m = new Model("a");
