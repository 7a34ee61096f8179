import { defaults, resolveOpts } from "./surface";
const o = resolveOpts(defaults());
export const n: number = o.backoff === "exp" ? o.retries : resolveOpts({}).retries;
