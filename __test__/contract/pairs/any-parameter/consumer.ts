import { setItem } from "./surface";
// @ts-expect-error only text can be stored
setItem("a", { b: 1 });
