export {
  type AggregateLifetime,
  type AggregateOptions,
  aggregate,
  type Composing,
} from "./aggregate/aggregate.js";
export type { Upstream } from "./aggregate/upstream.js";
export { type CachePolicyOptions, cachePolicy } from "./cache-policy/cache-policy.js";
export type { CacheClass } from "./cache-policy/classes.js";
export { type CspOptions, csp, type Page, type PagePolicy } from "./csp/csp.js";
export type { NeedDirective, PageNeeds } from "./csp/needs.js";
export type { Inline } from "./csp/policy.js";
export { frameworkErrors, isProblem, Problem, type ProblemCode, problems } from "./problem.js";
export { type CanaryVerdict, type Order, promote, stop, widen } from "./releases/commands.js";
export { type Channel, type Decided, type ReleaseSet, setFor } from "./releases/decide.js";
export { type Change, fileStore, type RolloutStore } from "./releases/file-store.js";
export { type GateRules, type Interval, judge, type Loads, type Verdict } from "./releases/gate.js";
export { type AuditLine, type RedisRolloutStore, type RedisStoreOptions, redisStore } from "./releases/redis-store.js";
export { type ReleasesOptions, releases } from "./releases/releases.js";
export type { Canary, Release, Rollout, RolloutState } from "./releases/state.js";
export type { ChannelRelease } from "./rum/count.js";
export type { LoadCounts } from "./rum/counts.js";
export { type CanaryRules, type JudgedLoads, judgeCanary } from "./rum/judged.js";
export { type RumOptions, rum } from "./rum/rum.js";
export { type CanaryWatch, type WatchOptions, type WatchSources, watchCanaries } from "./rum/watch.js";
export { type Session, type SessionOptions, session } from "./session/session.js";
export { type CacheCounts, type Lifetime, type SharedCacheOptions, sharedCache } from "./shared-cache/shared-cache.js";
export type { ExchangedToken } from "./token-exchange/answer.js";
export type { Dialect, Target } from "./token-exchange/dialects.js";
export { type TokenExchangeOptions, tokenExchange } from "./token-exchange/token-exchange.js";
