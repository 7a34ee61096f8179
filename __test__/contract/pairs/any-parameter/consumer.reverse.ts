import { setItem } from "./surface";
export const save = (v: { n: number }) => setItem("a", v);
