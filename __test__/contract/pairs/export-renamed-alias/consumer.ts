import { createStore } from "./surface";
export const s = createStore("a").name;
