import { Cache, useCache } from "./surface";
class Sub extends Cache<string> { constructor() { super("sub"); } }
export const s = useCache(new Sub(), { ttl: 1 }) ?? new Cache<number>("n").get("x")?.toFixed();
