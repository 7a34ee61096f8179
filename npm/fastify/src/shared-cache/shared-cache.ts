import type { FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { LRUCache } from "lru-cache";
import { count, DAY, keyText, number, problemOfOptions, redisUrl } from "../options.js";
import { type Entry, type Identity, keyOf, read, write } from "./entry.js";
import { NO_STORE, redisStore } from "./store.js";

export interface SharedCacheOptions {
  /** `redis://…` that all pods share. Default: none; each process keeps what it made. */
  redis?: string;
  /** Milliseconds that a request waits for Redis, at most. Default: 50. */
  timeout?: number;
  /** Before every key: two products, or two versions of an answer's form, do not read each other's. Default: `"fedseal"`. */
  prefix?: string;
  /** Entries in this process, and for how many milliseconds each is used without asking Redis. Default: 1,000 and 1,000. */
  local?: { entries?: number; milliseconds?: number };
  /** Bytes of the largest entry that is kept. Default: 262,144. */
  maxBytes?: number;
}

/** For how many seconds an answer is used. */
export interface Lifetime {
  /** Without asking. */
  fresh: number;
  /** After that: at once, while it is asked for again; and where asking fails. Default: 0. */
  stale?: number;
}

/** What the cache did, since the server started. */
export interface CacheCounts {
  /** Answers from this process, and from Redis. */
  local: number;
  shared: number;
  /** Answers that were stale, and asked for again. */
  stale: number;
  /** Times that an answer was made. */
  made: number;
  /** Failures of Redis. */
  failures: number;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly sharedCacheCounts: () => CacheCounts;
  }
  interface FastifyRequest {
    /**
     * What `make` gives, kept for the caller's organization under `parts`. One call of `make` at a time for each; what it throws is
     * not kept. The value has to be JSON. Whatever else the answer depends on belongs into `parts`: the person, where it differs
     * by person.
     */
    cached<T>(parts: readonly (string | number | boolean)[], lifetime: Lifetime, make: () => Promise<T>): Promise<T>;
  }
}

const LOCAL_CHECKS = { entries: count(1, 1_000_000), milliseconds: number(1, DAY) };
const CHECKS = {
  redis: redisUrl,
  timeout: number(1, 60_000),
  prefix: keyText,
  local: (value: unknown) => (typeof value === "object" && value !== null ? problemOfLocal(value) : "is not an object"),
  maxBytes: count(1, 512 * 1024 * 1024),
};

function problemOfLocal(value: object): string | undefined {
  const wrong = problemOfOptions(value, LOCAL_CHECKS);
  return wrong && `cannot be used: ${wrong}`;
}

/** Keeps answers of origins for all pods, by organization. Needs `session`. Redis that is down, frozen, slow or full costs hits only. */
export const sharedCache = plugin(
  async (server, options: SharedCacheOptions) => {
    const wrong = problemOfOptions(options, CHECKS);
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify sharedCache: ${wrong}`);
    const { redis, timeout = 50, prefix = "fedseal", maxBytes = 262_144 } = options;
    const { entries = 1_000, milliseconds = 1_000 } = options.local ?? {};
    const store = redis === undefined ? NO_STORE : redisStore(redis, timeout, server.log);
    const local = new LRUCache<string, { entry: Entry; until: number }>({ max: entries });
    const running = new Map<string, Promise<Entry>>();
    const counts = { local: 0, shared: 0, stale: 0, made: 0 };

    const make = (
      key: string,
      identity: Identity,
      { fresh, stale = 0 }: Lifetime,
      origin: () => Promise<unknown>,
    ): Promise<Entry> => {
      const before = running.get(key);
      if (before) return before;
      counts.made += 1;
      const made = (async () => {
        // The first caller, too, gets what all others get.
        const json = JSON.stringify((await origin()) ?? null);
        const now = Date.now();
        const entry = { json, freshUntil: now + fresh * 1000, staleUntil: now + (fresh + stale) * 1000 };
        const text = write(identity, entry);
        if (fresh + stale > 0 && Buffer.byteLength(text) <= maxBytes) {
          local.set(key, { entry, until: now + milliseconds });
          // Nobody waits for that.
          void store.set(key, text, Math.ceil(fresh + stale));
        }
        return entry;
      })().finally(() => running.delete(key));
      running.set(key, made);
      return made;
    };

    const find = async (key: string, identity: Identity): Promise<Entry | undefined> => {
      const near = local.get(key);
      // Without a shared store, this process is the only one that could know better.
      if (near && (store === NO_STORE || near.until > Date.now())) {
        counts.local += 1;
        return near.entry;
      }
      const text = await store.get(key);
      const entry = text === undefined ? undefined : read(identity, text);
      if (!entry) return undefined;
      counts.shared += 1;
      local.set(key, { entry, until: Date.now() + milliseconds });
      return entry;
    };

    server.decorateRequest("cached", async function cached<
      T,
    >(this: FastifyRequest, parts: readonly (string | number | boolean)[], lifetime: Lifetime, origin: () => Promise<T>): Promise<T> {
      const { fresh, stale = 0 } = lifetime;
      if (!(fresh >= 0 && stale >= 0)) throw new TypeError("cached: `fresh` and `stale` are seconds, 0 or more");
      if (!areParts(parts)) {
        throw new TypeError("cached: `parts` is not a list of strings, finite numbers and booleans");
      }
      const identity = { orgId: this.session.orgId, parts };
      const key = keyOf(prefix, identity);
      const entry = await find(key, identity);
      const now = Date.now();
      if (entry && now < entry.freshUntil) return JSON.parse(entry.json);
      const making = make(key, identity, lifetime, origin);
      if (!entry || now >= entry.staleUntil) return JSON.parse((await making).json);
      counts.stale += 1;
      making.catch((error) =>
        this.log.warn({ error: String(error) }, "a stale answer was used, because a new one could not be made"),
      );
      return JSON.parse(entry.json);
    });
    server.decorate("sharedCacheCounts", () => ({ ...counts, failures: store.failures }));
    server.addHook("onClose", () => store.close());
  },
  { name: "@fedseal/fastify/shared-cache", fastify: "5.x", dependencies: ["@fedseal/fastify/session"] },
);

/** What has no JSON of its own is lost in a key, and then two callers share what is one's: a set of scopes, a date, `undefined`. */
export function areParts(parts: unknown): boolean {
  const isPart = (one: unknown) => typeof one === "string" || typeof one === "boolean" || Number.isFinite(one);
  return Array.isArray(parts) && parts.every(isPart) && Object.keys(parts).length === parts.length;
}
