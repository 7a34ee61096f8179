import { makeStore } from "./surface";
export const s = makeStore("a").name;
