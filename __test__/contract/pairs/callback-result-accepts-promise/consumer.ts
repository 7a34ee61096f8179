import { use } from "./surface";
use(async (c, next) => { c.path; await next(); });
