import { merge } from "./surface";
merge({ a: 1 }, { a: 2, b: 3 }).b = 4;
