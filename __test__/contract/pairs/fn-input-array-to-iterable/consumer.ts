import { addAll, removeAll } from "./surface";
removeAll();
export const n = addAll(["a"]) + addAll(Object.keys({}));
