import { Cache } from "./surface";
export const c = new Cache<string>("x", { ttl: 3 });
