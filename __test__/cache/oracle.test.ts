import { judgeResponse } from "@fedseal/binding";
import CachePolicy from "http-cache-semantics";
import { describe, expect, test } from "vitest";
import { type Case, DIFFERENCES } from "./differences.ts";

/** "For how long will this be reused": fedseal and `http-cache-semantics` over generated responses. */

const NOW = Date.parse("Thu, 01 Jan 2026 00:00:00 GMT");
const CASES = 60_000;

/** A generator of numbers below 1 (mulberry32), so that each run sees the same responses. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SECONDS = ["0", "1", "60", "300", "3600", "31536000", "00060", '"60"'];
const WRONG = ["-1", "60s", "1.5", "x", "99999999999", " 60"];
const PLAIN = ["no-cache", "no-store", "private", "public", "immutable", "must-revalidate", "proxy-revalidate"];
const ODD = [
  'no-cache="set-cookie"',
  'private="x, y"',
  'community="a, max-age=7"',
  "NO-CACHE",
  "Max-Age=60",
  "public=1",
  "no-transform",
  "must-understand",
  "x-other=1",
  "max-age =60",
  "community",
];

function cases(): Case[] {
  const next = random(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const maybe = (chance: number) => next() < chance;
  const date = (offset: number) => new Date(NOW + offset * 1000).toUTCString();
  return Array.from({ length: CASES }, () => {
    const directives = Array.from({ length: Math.floor(next() * 4) }, () => {
      if (maybe(0.45)) {
        const value = maybe(0.15) ? pick(WRONG) : pick(SECONDS);
        return `${pick(["max-age", "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"])}=${value}`;
      }
      return maybe(0.2) ? pick(ODD) : pick(PLAIN);
    });
    const headers: Record<string, string> = { date: date(0) };
    if (maybe(0.2)) headers.expires = pick([date(86_400), date(-5), date(0), "0", "never", "2027-01-01T00:00:00Z"]);
    if (maybe(0.3)) headers["last-modified"] = pick([date(-1000), date(-864_000), date(5)]);
    if (maybe(0.2)) headers.age = pick(["0", "10", "100", "old"]);
    if (maybe(0.1)) headers.vary = pick(["*", "Accept-Encoding", "Origin, *"]);
    if (maybe(0.1)) headers["set-cookie"] = "a=b";
    if (maybe(0.1)) headers.pragma = "no-cache";
    const control = directives.length === 0 && maybe(0.5) ? undefined : directives.join(pick([", ", ",", " , "]));
    const status = maybe(0.8) ? 200 : pick([206, 302, 404, 500]);
    return { control, headers, status, shared: maybe(0.5) };
  });
}

/** What fedseal says: seconds of reuse. */
function ours({ control, headers, status, shared }: Case): number {
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  if (control !== undefined) lines.push({ name: "Cache-Control", value: control });
  const judged = judgeResponse(status, lines, { role: "entry" });
  return (shared ? judged.shared : judged.browser).seconds;
}

/** What the oracle says, in whole seconds. */
function oracle({ control, headers, status, shared }: Case): number {
  class Policy extends CachePolicy {
    now() {
      return NOW;
    }
  }
  const all = control === undefined ? headers : { ...headers, "cache-control": control };
  const policy = new Policy({ method: "GET", url: "/", headers: {} }, { status, headers: all }, { shared });
  return Math.floor(Math.max(0, policy.maxAge() - policy.age()));
}

describe("http-cache-semantics", () => {
  const differing = cases().filter((example) => ours(example) !== oracle(example));

  test("every difference is explained", () => {
    const open = differing.filter((example) => !DIFFERENCES.some((one) => one.applies(example)));
    expect(open.slice(0, 5).map((one) => [one, ours(one), oracle(one)])).toEqual([]);
  });

  test("every explanation explains a difference that no other one does", () => {
    for (const difference of DIFFERENCES) {
      const others = DIFFERENCES.filter((one) => one !== difference);
      const own = differing.filter((one) => difference.applies(one) && !others.some((other) => other.applies(one)));
      expect(own.length, difference.why).toBeGreaterThan(0);
    }
  });

  test("most responses have one answer", () => {
    expect(differing.length).toBeLessThan(CASES / 3);
    expect(differing.length).toMatchInlineSnapshot(`9047`);
  });
});
