import { use, type Middleware } from "./surface";
const m: Middleware = async (c, next) => { console.log(c.route); await next(); }; use(m, (_, n) => n());
