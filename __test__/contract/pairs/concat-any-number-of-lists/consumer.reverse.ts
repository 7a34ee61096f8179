import { concat } from "./surface";
concat([1], [2], [3]);
