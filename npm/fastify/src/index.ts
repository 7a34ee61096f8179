export { type CachePolicyOptions, cachePolicy } from "./cache-policy/cache-policy.js";
export type { CacheClass } from "./cache-policy/classes.js";
export { isProblem, Problem, type ProblemCode, problems } from "./problem.js";
export { type Session, type SessionOptions, session } from "./session/session.js";
