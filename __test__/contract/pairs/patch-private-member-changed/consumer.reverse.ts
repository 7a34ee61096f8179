import { Cache } from "./surface";
export const c: Cache = new Cache();
