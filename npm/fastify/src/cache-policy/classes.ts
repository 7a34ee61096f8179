import { judgeResponse } from "@fedseal/binding";

/**
 * For how long, and by whom, an answer may be kept.
 *
 * - `"no-store"`: by nobody. For whatever depends on who asks, and may change.
 * - `{ private: seconds }`: by the browser that asked.
 * - `{ public: seconds }`: by everybody. Only for routes that ask nobody who they are. `shared`: another time for shared
 *   caches; `staleWhileRevalidate`: further seconds in which a cache may answer while it asks (RFC 5861, section 3).
 */
export type CacheClass =
  | "no-store"
  | { private: number }
  | { public: number; shared?: number; staleWhileRevalidate?: number; immutable?: boolean };

/** Why a value is not a class; `undefined` where it is one. */
export function problemOf(value: unknown): string | undefined {
  if (value === "no-store") return undefined;
  if (typeof value !== "object" || value === null) return "it is none of the classes";
  const { private: own, public: all, ...more } = value as Record<string, unknown>;
  if ((own === undefined) === (all === undefined)) return "one of `private` and `public` is needed";
  const { shared, staleWhileRevalidate, immutable, ...unknown } = more;
  const names = own === undefined ? Object.keys(unknown) : Object.keys(more);
  if (names.length > 0) return `\`${names[0]}\` is no key of it`;
  for (const [key, seconds] of Object.entries({ private: own, public: all, shared, staleWhileRevalidate })) {
    if (seconds === undefined) continue;
    if (!Number.isInteger(seconds) || Number(seconds) < 0 || Number(seconds) > YEAR) {
      return `\`${key}\` is not 0 to ${YEAR} seconds`;
    }
  }
  if (immutable !== undefined && typeof immutable !== "boolean") return "`immutable` is not true or false";
  return undefined;
}

/** RFC 9111 has no limit; caches treat a year as for ever. */
const YEAR = 31_536_000;

/** The value of `Cache-Control` of a class (RFC 9111, section 5.2.2). */
export function headerOf(cache: CacheClass): string {
  if (cache === "no-store") return "private, no-store";
  if ("private" in cache) return `private, max-age=${cache.private}`;
  const { public: seconds, shared, staleWhileRevalidate, immutable } = cache;
  return [
    "public",
    `max-age=${seconds}`,
    ...(shared === undefined ? [] : [`s-maxage=${shared}`]),
    ...(staleWhileRevalidate === undefined ? [] : [`stale-while-revalidate=${staleWhileRevalidate}`]),
    ...(immutable ? ["immutable"] : []),
  ].join(", ");
}

/** A response as caches see it. */
export interface Response {
  status: number;
  headers: readonly { name: string; value: string }[];
}

/** Older than targeted fields (RFC 9213), which are judged. */
const VENDORS = ["surrogate-control", "edge-control", "x-accel-expires"];

/** What a response lets caches do that its class does not; `undefined` where it is as strict, or stricter. */
export function excessOf(cache: CacheClass, { status, headers }: Response): string | undefined {
  const { browser, shared } = judgeResponse(status, [...headers], { role: "entry" });
  const vendor = headers.find(({ name }) => VENDORS.includes(name.toLowerCase()));
  if (vendor) return `${vendor.name} speaks to a vendor's caches, and no specification says what it lets them do`;
  const limits = limitsOf(cache);
  for (const [who, reuse, limit] of [
    ["shared caches", shared, limits.shared],
    ["browsers", browser, limits.browser],
  ] as const) {
    if (!reuse.stored) continue;
    if (limit === undefined) return `${who} may keep it`;
    if (reuse.heuristic) return `it does not say for how long ${who} may keep it`;
    if (reuse.seconds > limit.seconds)
      return `${who} may keep it for ${reuse.seconds} seconds, more than ${limit.seconds}`;
    const stale = Math.max(reuse.staleWhileRevalidate, reuse.staleIfError);
    if (stale > limit.stale)
      return `${who} may keep it for ${stale} seconds after it is stale, more than ${limit.stale}`;
  }
  // A cookie that a shared cache keeps is everybody's.
  if (shared.stored && headers.some(({ name }) => name.toLowerCase() === "set-cookie")) {
    return "shared caches may keep its Set-Cookie";
  }
  return undefined;
}

interface Limit {
  seconds: number;
  stale: number;
}

function limitsOf(cache: CacheClass): { browser?: Limit; shared?: Limit } {
  if (cache === "no-store") return {};
  if ("private" in cache) return { browser: { seconds: cache.private, stale: 0 } };
  const { public: seconds, shared = seconds, staleWhileRevalidate: stale = 0 } = cache;
  return { browser: { seconds, stale }, shared: { seconds: shared, stale } };
}
