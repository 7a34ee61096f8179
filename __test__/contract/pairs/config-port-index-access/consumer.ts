import { cacheOf, portOf, type Config } from "./surface";
const c: Config = { server: { port: 1, host: "h" } }; portOf(c).toFixed(); cacheOf({ ...c, cache: { ttl: 1 } })?.ttl.toFixed();
