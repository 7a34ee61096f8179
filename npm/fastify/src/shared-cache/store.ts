import type { FastifyBaseLogger } from "fastify";
import { Redis } from "ioredis";

/** Where entries are that all pods see. A store that does not answer in time is one that has nothing. */
export interface Store {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, seconds: number): Promise<void>;
  close(): Promise<void>;
  /** How often it failed, since it was made. */
  readonly failures: number;
}

/** For how long a store that failed is not asked. */
const PAUSE = 1_000;
/** How often its failures are logged, at most. */
const QUIET = 10_000;

/** A store in Redis. No call takes longer than `timeout` ms, also where Redis is frozen; none throws. */
export function redisStore(url: string, timeout: number, log: FastifyBaseLogger): Store {
  const redis = new Redis(url, {
    commandTimeout: timeout,
    connectTimeout: Math.max(timeout, 1_000),
    // A command that cannot be sent now is not worth waiting for.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    lazyConnect: false,
  });
  let failures = 0;
  let pausedUntil = 0;
  let quietUntil = 0;
  const failed = (error: Error) => {
    const now = Date.now();
    failures += 1;
    pausedUntil = now + PAUSE;
    if (now < quietUntil) return;
    quietUntil = now + QUIET;
    log.warn({ error: error.message }, "the shared cache cannot be used; answers come from where they are made");
  };
  redis.on("error", failed);
  let isClosed = false;
  redis.on("close", () => isClosed || failed(new Error("the connection was closed")));

  const attempt = async <T>(command: () => Promise<T>): Promise<T | undefined> => {
    if (Date.now() < pausedUntil || redis.status !== "ready") return undefined;
    try {
      return await command();
    } catch (error) {
      failed(error as Error);
      return undefined;
    }
  };
  return {
    get: async (key) => (await attempt(() => redis.get(key))) ?? undefined,
    set: async (key, value, seconds) => {
      await attempt(() => redis.set(key, value, "EX", seconds));
    },
    close: async () => {
      isClosed = true;
      redis.disconnect();
    },
    get failures() {
      return failures;
    },
  };
}

/** Without Redis: what this process itself keeps is all there is. */
export const NO_STORE: Store = {
  get: async () => undefined,
  set: async () => {},
  close: async () => {},
  failures: 0,
};
