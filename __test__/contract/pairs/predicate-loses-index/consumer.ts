import { keep } from "./surface";
keep([1, 2], (v, i) => v > i);
