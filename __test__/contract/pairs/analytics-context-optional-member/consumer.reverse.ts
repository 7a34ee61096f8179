import { use } from "./surface";
use(async (c, next) => { if (c.referrer) await next(); });
