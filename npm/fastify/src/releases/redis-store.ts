import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { count, DAY, keyText, number, problemOfOptions, redisUrl } from "../options.js";
import { Problem } from "../problem.js";
import { type Order, requireOrder } from "./commands.js";
import type { Change, RolloutStore } from "./file-store.js";
import { problemOfState, type RolloutState } from "./state.js";

export interface RedisStoreOptions {
  /** `redis://…` that all pods share; one that keeps what it has over a restart, and evicts nothing. */
  redis: string;
  /** The key of the state; the audit is the stream `{<key>}:audit`. Default: `"fedseal:rollouts"`. */
  key?: string;
  /** Milliseconds that a command may take. Default: 500. */
  timeout?: number;
  /** For how many milliseconds a state that was read is used before Redis is asked again. Default: 1,000. */
  fresh?: number;
  /** For how many milliseconds, after it was read last, a state is used while Redis cannot be read. Default: 60,000. */
  stale?: number;
  /** Lines of the audit that are kept, about. Default: 10,000. */
  audit?: number;
}

/** A line of the audit. */
export interface AuditLine extends Order {
  seq: number;
  at: string;
  before: RolloutState["remotes"];
  after: RolloutState["remotes"];
}

/** A store of all pods, in Redis. */
export interface RedisRolloutStore extends RolloutStore {
  /** Puts the first state there. Where there is one, that is an error. */
  create(state: RolloutState, order: Order): Promise<RolloutState>;
  /** The last changes, the newest first. */
  audit(count?: number): Promise<AuditLine[]>;
  close(): Promise<void>;
}

/** For how long Redis is not asked for the state again, after it failed. */
const PAUSE = 1_000;
/** How long a server that starts waits for the first connection. */
const START = 5_000;
/** How long a change is tried again because of other ones, and the longest pause between two tries. */
const WAIT = 5_000;
const LOOK = 20;

/** State and audit in one step, and only if the state is still the one that the change was made of. */
const SWAP = `
local now = redis.call('GET', KEYS[1])
if (now or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'line', ARGV[4])
return 1
`;

const CHECKS = {
  redis: redisUrl,
  key: keyText,
  timeout: number(1, 60_000),
  fresh: number(0, DAY),
  stale: number(0, DAY),
  audit: count(1, 10_000_000),
};

/** A store in Redis: one document, changed by compare-and-set; each change is an entry of a stream. */
export function redisStore(options: RedisStoreOptions): RedisRolloutStore {
  const {
    redis: url,
    key = "fedseal:rollouts",
    timeout = 500,
    fresh = 1_000,
    stale = 60_000,
    audit = 10_000,
  } = options;
  const wrong = url === undefined ? "`redis` is needed" : problemOfOptions(options, CHECKS);
  if (wrong !== undefined) throw new TypeError(`@fedseal/fastify redisStore: ${wrong}`);
  const redis = new Redis(url, {
    commandTimeout: timeout,
    connectTimeout: Math.max(timeout, 1_000),
    // A change that is sent later is one that its caller was told had failed.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  });
  // Whoever asks is told; without a listener, Node would end the process.
  let lastError: Error | undefined;
  redis.on("error", (error: Error) => {
    lastError = error;
  });
  const stream = `{${key}}:audit`;
  let isFirst = true;
  let last: { state: RolloutState; at: number } | undefined;
  let pausedUntil = 0;
  let isFailing = false;
  let running: Promise<RolloutState> | undefined;

  const ready = async () => {
    for (const end = Date.now() + (isFirst ? START : timeout); redis.status !== "ready"; await setTimeout(LOOK)) {
      if (Date.now() > end || redis.status === "end") throw lastError ?? new Error(`no connection in ${timeout} ms`);
    }
    isFirst = false;
  };
  const textNow = async () => {
    await ready();
    const text = await redis.get(key);
    if (text === null) throw new TypeError(`there is no state under ${key}`);
    return text;
  };
  const remember = (state: RolloutState) => {
    last = { state, at: Date.now() };
    return state;
  };
  const ask = async (): Promise<RolloutState> => {
    try {
      const state = remember(stateOf(await textNow(), key));
      isFailing = false;
      return state;
    } catch (error) {
      isFailing = true;
      pausedUntil = Date.now() + PAUSE;
      return outOf(error);
    }
  };
  const isUsable = () => last !== undefined && Date.now() - last.at <= stale;
  /** What was read last, for as long as that counts. */
  const outOf = (error: unknown): RolloutState => {
    if (last && isUsable()) return last.state;
    throw unreachable("The state of rollouts cannot be read.", error);
  };
  const swap = async (before: string, after: RolloutState, line: AuditLine): Promise<boolean> => {
    try {
      await ready();
      const args = [before, JSON.stringify(after), audit, JSON.stringify(line)];
      return (await redis.eval(SWAP, 2, key, stream, ...args)) === 1;
    } catch (error) {
      // It answered: it is full, or this user may not write. The script writes before it does anything that can fail later.
      if (error instanceof Error && error.name === "ReplyError")
        throw unreachable("Redis refused the change, and nothing was changed.", error);
      throw unreachable("Redis did not say whether the change was made; read the state before another one.", error);
    }
  };

  return {
    read: async () => {
      if (last && Date.now() - last.at < fresh) return last.state;
      if (Date.now() < pausedUntil) return outOf(lastError);
      running ??= ask().finally(() => {
        running = undefined;
      });
      const isAway = isFailing || redis.status !== "ready";
      if (!isAway || !isUsable()) return running;
      // Without a connection nobody waits; with one that says nothing, those who find out have waited, and nobody else does.
      running.catch(() => undefined);
      return outOf(lastError);
    },
    change: async ({ who, why, to }: Change) => {
      requireOrder({ who, why });
      for (const end = Date.now() + WAIT; Date.now() < end; await setTimeout(Math.random() * LOOK)) {
        const text = await textNow().catch((error: unknown) => {
          throw unreachable("The state of rollouts cannot be read.", error);
        });
        const before = stateOf(text, key);
        const wanted = to(before);
        if (wanted === undefined) return remember(before);
        const after = checked({ ...wanted, seq: before.seq + 1 });
        if (await swap(text, after, lineOf(after, before.remotes, { who, why }))) return remember(after);
      }
      throw unreachable(`Other changes came first for ${WAIT} ms.`);
    },
    create: async (state, order) => {
      requireOrder(order);
      const after = checked(state);
      if (await swap("", after, lineOf(after, {}, order))) return remember(after);
      throw new Problem("ERR_FEDSEAL_ROLLOUT", 409, `There is a state under ${key}.`);
    },
    audit: async (count = 100) => {
      await ready();
      const entries = await redis.xrevrange(stream, "+", "-", "COUNT", count);
      return entries.map(([, [, line = ""]]) => JSON.parse(line) as AuditLine);
    },
    close: async () => redis.disconnect(),
  };
}

function lineOf(after: RolloutState, before: RolloutState["remotes"], { who, why }: Order): AuditLine {
  return { seq: after.seq, at: new Date().toISOString(), who, why, before, after: after.remotes };
}

function checked(state: RolloutState): RolloutState {
  const wrong = problemOfState(state);
  if (wrong !== undefined) throw new TypeError(`the state that this change makes cannot be used: ${wrong}`);
  return state;
}

function stateOf(text: string, key: string): RolloutState {
  const value: unknown = JSON.parse(text);
  const wrong = problemOfState(value);
  if (wrong !== undefined) throw new TypeError(`${key} is no state of rollouts: ${wrong}`);
  return value as RolloutState;
}

function unreachable(detail: string, cause?: unknown): Problem {
  return new Problem("ERR_FEDSEAL_ROLLOUT_UNREACHABLE", 503, detail, { headers: { "retry-after": "5" }, cause });
}
