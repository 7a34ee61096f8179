import { createHash, randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { type ChainableCommander, Redis } from "ioredis";
import { Problem } from "../problem.js";
import type { Loads } from "../releases/gate.js";
import type { RolloutState } from "../releases/state.js";
import { type ChannelRelease, isCurrent, UNKNOWN } from "./count.js";
import { type Counts, type Load, Rows, readField, type Window } from "./counts.js";
import { type JudgedLoads, NO_LOADS, together } from "./judged.js";
import { indexOf, keyOf } from "./windows.js";

export interface RedisCountsOptions extends Window {
  redis: string;
  prefix: string;
  /** Milliseconds that a command may take. */
  timeout: number;
  log: FastifyBaseLogger;
  /** Is told of loads that count for no verdict, because too many wait for Redis. */
  onDropped(loads: number): void;
}

/** How often counts are sent, in ms. */
const EVERY = 500;
/** People and releases that wait for Redis, at most. */
const MOST_WAITING = 20_000;
/** How many of them are sent at once, so that Redis is busy for a short time only. */
const BATCH = 500;
/** How often failures are logged, at most. */
const QUIET = 10_000;

/**
 * Adds a batch, once: a batch that was sent twice, because no answer came, is told by its number. KEYS: the pod's last number; the
 * totals; then two for each window and release: loads by person, with the sums; and failed loads by person. The one rule of it
 * is that of `admitted`.
 */
const ADD = `
local batch = cjson.decode(ARGV[1])
local last = tonumber(redis.call('GET', KEYS[1]) or '0')
if last >= batch.number then return 0 end
redis.call('SET', KEYS[1], batch.number, 'EX', batch.seconds)
for _, total in ipairs(batch.totals) do redis.call('HINCRBY', KEYS[2], total[1], total[2]) end
for _, one in ipairs(batch.people) do
  local people, failing = KEYS[one[1]], KEYS[one[1] + 1]
  local before = tonumber(redis.call('HGET', people, one[2]) or '0')
  local loads = math.max(0, math.min(one[3], batch.most - before))
  local errors = math.min(one[4], loads)
  if loads > 0 then
    redis.call('HINCRBY', people, one[2], loads)
    redis.call('HINCRBY', people, 'loads', loads)
    redis.call('HINCRBY', people, 'errors', errors)
    redis.call('EXPIRE', people, batch.seconds)
  end
  if errors > 0 then
    redis.call('ZINCRBY', failing, errors, one[2])
    redis.call('EXPIRE', failing, batch.seconds)
  end
end
return 1
`;

interface Batch {
  number: number;
  totals: [string, number][];
  people: { window: number; of: ChannelRelease; person: string; loads: Loads }[];
}

/** Counts of all pods, in Redis. What it cannot be told now waits in this process, within bounds, and is added later. */
export function redisCounts(options: RedisCountsOptions): Counts {
  const { redis: url, prefix, timeout, log, window, perPerson, onDropped } = options;
  const redis = new Redis(url, {
    commandTimeout: timeout,
    connectTimeout: Math.max(timeout, 1_000),
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  let quietUntil = 0;
  let isClosed = false;
  const failed = (error: Error) => {
    if (isClosed || Date.now() < quietUntil) return;
    quietUntil = Date.now() + QUIET;
    log.warn({ error: error.message }, "counts of loads cannot be shared; they wait in this process");
  };
  redis.on("error", failed);

  // All in one slot of a cluster: a batch is added in one step.
  const key = (...parts: (string | number)[]) => [`{${prefix}}`, "rum", ...parts].join(":");
  const totals = key("totals");
  const pod = key("pod", randomUUID());
  const windowKeys = (index: number, of: ChannelRelease) => {
    const name = createHash("sha256").update(keyOf(of)).digest("base64url");
    return [key("people", index, name), key("failing", index, name)] as const;
  };

  let waiting = new Rows();
  const people = new Map<string, Batch["people"][number]>();
  let sent: Batch | undefined;
  let number = 0;
  const nextBatch = (): Batch | undefined => {
    if (waiting.size === 0 && people.size === 0) return undefined;
    const some = [...people].slice(0, BATCH);
    for (const [name] of some) people.delete(name);
    const fields = waiting.fields();
    waiting = new Rows();
    number += 1;
    return { number, totals: fields, people: some.map(([, one]) => one) };
  };
  const send = async (batch: Batch) => {
    const keys = [pod, totals];
    const places = new Map<string, number>();
    const lines = batch.people.map(({ window: index, of, person, loads }) => {
      const [own, failing] = windowKeys(index, of);
      if (!places.has(own)) places.set(own, keys.push(own, failing) - 1);
      return [places.get(own), person, loads.loads, loads.errors];
    });
    const seconds = Math.ceil((3 * window) / 1000);
    const text = JSON.stringify({
      number: batch.number,
      seconds,
      most: perPerson,
      totals: batch.totals,
      people: lines,
    });
    await redis.eval(ADD, keys.length, ...keys, text);
  };
  let running: Promise<void> | undefined;
  const flush = (): Promise<void> => {
    running ??= (async () => {
      // A batch of which nobody knows whether it arrived is sent again as it was.
      while (redis.status === "ready") {
        sent ??= nextBatch();
        if (!sent) return;
        await send(sent);
        sent = undefined;
      }
    })()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const timer = setInterval(() => void flush(), EVERY);
  timer.unref();

  const asked = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      if (redis.status !== "ready") throw new Error("there is no connection");
      await flush();
      return await question();
    } catch (cause) {
      throw new Problem("ERR_FEDSEAL_RUM_UNREACHABLE", 503, "The counts of loads cannot be read.", {
        headers: { "retry-after": "5" },
        cause,
      });
    }
  };

  const rows = (state: RolloutState) =>
    asked(async () => {
      const found = new Rows();
      const old: string[] = [];
      for (const [field, count] of Object.entries(await redis.hgetall(totals))) {
        const read = readField(field);
        if (!read || !isCurrent(state, read.of)) old.push(field);
        else found.count(read.of, read.org, read.kind, Number(count));
      }
      if (old.length > 0) await redis.hdel(totals, ...old);
      return found.list();
    });

  return {
    add: (load: Load) => {
      waiting.add(load);
      const { of, person, failed: how } = load;
      if (of.remote === UNKNOWN) return;
      const index = indexOf(options);
      const name = JSON.stringify([index, keyOf(of), person]);
      const one = people.get(name) ?? { window: index, of, person, loads: { loads: 0, errors: 0 } };
      if (!people.has(name) && people.size >= MOST_WAITING) return onDropped(1);
      one.loads.loads += 1;
      if (how) one.loads.errors += 1;
      people.set(name, one);
    },
    rows,
    judged: (of) =>
      asked(async () => {
        const now = indexOf(options);
        const pipeline = redis.pipeline();
        for (const index of [now - 1, now]) ask(pipeline, windowKeys(index, of));
        const answers = (await pipeline.exec()) ?? [];
        const values = answers.map(([error, value]) => {
          if (error) throw error;
          return value;
        });
        return together(read(values.slice(0, 4)), read(values.slice(4)));
      }),
    // Where that fails, the next one who reads does it.
    prune: (state) => void rows(state).catch(failed),
    close: async () => {
      clearInterval(timer);
      await flush();
      isClosed = true;
      redis.disconnect();
    },
  };
}

function ask(pipeline: ChainableCommander, [people, failing]: readonly [string, string]): void {
  pipeline.hmget(people, "loads", "errors").hlen(people).zcard(failing).zrevrange(failing, 0, 0, "WITHSCORES");
}

function read([sums, length, failing, first]: unknown[]): JudgedLoads {
  const [loads, errors] = (sums ?? []) as (string | null)[];
  if (loads === null || loads === undefined) return NO_LOADS;
  return {
    loads: Number(loads),
    errors: Number(errors),
    // Two fields of it are the sums.
    people: Number(length) - 2,
    failing: Number(failing),
    most: Number((first as string[])[1] ?? 0),
  };
}
