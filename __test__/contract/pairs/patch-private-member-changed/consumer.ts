import { Cache } from "./surface";
export const n: number = new Cache().size();
