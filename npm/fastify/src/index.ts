export { type CachePolicyOptions, cachePolicy } from "./cache-policy/cache-policy.js";
export type { CacheClass } from "./cache-policy/classes.js";
export { isProblem, Problem, type ProblemCode, problems } from "./problem.js";
export { type Session, type SessionOptions, session } from "./session/session.js";
export { type CacheCounts, type Lifetime, type SharedCacheOptions, sharedCache } from "./shared-cache/shared-cache.js";
export type { ExchangedToken } from "./token-exchange/answer.js";
export type { Dialect, Target } from "./token-exchange/dialects.js";
export { type TokenExchangeOptions, tokenExchange } from "./token-exchange/token-exchange.js";
