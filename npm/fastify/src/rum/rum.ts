import plugin from "fastify-plugin";
import { anything, count, DAY, keyText, number, problemOfOptions, redisUrl, routePath } from "../options.js";
import { Problem } from "../problem.js";
import { type ChannelRelease, countedOf, Organizations } from "./count.js";
import { type LoadCounts, localCounts, personOf } from "./counts.js";
import { eventsOf, LARGEST_BODY } from "./events.js";
import type { JudgedLoads } from "./judged.js";
import { Metrics } from "./metrics.js";
import { checkAccess, TOKEN } from "./metrics-access.js";
import { redisCounts } from "./redis-counts.js";

export interface RumOptions {
  /** Where pages send their events. Default: `/api/platform/rum`. */
  path?: string;
  /**
   * Where counts are read in the form of Prometheus. Default: `false`, nowhere. Without a `token`, only connections from this
   * machine that came through no proxy are answered.
   */
  metrics?: { path?: string; token?: string } | false;
  /** Organizations with a label of their own; the first that are seen. All others are `"other"`. Default: 100. */
  organizations?: number;
  /** Loads of one person of a release that count in a window of verdicts. Default: 20. */
  perPerson?: number;
  /** Milliseconds; verdicts go by the loads of this window and the one before. Default: six hours. */
  window?: number;
  /** `redis://…` that all pods share. Default: none; each process has its own counts, and its own verdicts. */
  redis?: string;
  /** Before every key in Redis. Default: `"fedseal"`. */
  prefix?: string;
  /** Milliseconds that Redis may take. No request of a page waits for it. Default: 500. */
  timeout?: number;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Loads, errors and refusals by remote, release, channel and organization, of what is released now. */
    readonly loads: () => Promise<LoadCounts[]>;
    /** @internal What verdicts go by. */
    readonly judgedLoads: (of: ChannelRelease) => Promise<JudgedLoads>;
  }
}

/** Takes what pages tell of their loads, and counts it. Needs `session` and `releases`. */
export const rum = plugin(
  async (server, options: RumOptions) => {
    const { path = "/api/platform/rum", metrics: access = false, redis, prefix = "fedseal" } = options;
    const { organizations: most = 100, perPerson = 20, window = 6 * 3_600_000, timeout = 500 } = options;
    const wrong = problemOfOptions(options, CHECKS) ?? problemOfAccess(access, path);
    if (wrong !== undefined) throw new TypeError(`@fedseal/fastify rum: ${wrong}`);

    const metrics = new Metrics();
    const organizations = new Organizations(most);
    const onDropped = (loads: number) => metrics.dropped("waiting", loads);
    const rules = { window, perPerson };
    const counts =
      redis === undefined
        ? localCounts(rules)
        : redisCounts({ ...rules, redis, prefix, timeout, log: server.log, onDropped });
    server.addHook("onClose", () => counts.close());
    server.decorate("loads", async () => counts.rows(await server.rollouts.read()));
    server.decorate("judgedLoads", (of: ChannelRelease) => counts.judged(of));

    let seq: number | undefined;
    server.post(path, { config: { cache: "no-store" }, bodyLimit: LARGEST_BODY }, async (request, reply) => {
      // Fastify reads text, too, and a page of another site may send that without a preflight.
      if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
        metrics.dropped("refused");
        throw new Problem("ERR_FEDSEAL_REQUEST", 415, "Events are JSON.");
      }
      const read = eventsOf(request.body);
      if (typeof read === "string") {
        metrics.dropped("refused");
        throw new Problem("ERR_FEDSEAL_REQUEST", 400, read);
      }
      for (const flaw of read.flaws) metrics.dropped(flaw);
      const state = await server.rollouts.read();
      if (state.seq !== seq) {
        seq = state.seq;
        metrics.keep(state);
        counts.prune(state);
      }
      const { orgId, sub } = request.session;
      const [org, person] = [organizations.labelOf(orgId), personOf(sub)];
      for (const event of read.events) {
        const counted = countedOf(state, orgId, event);
        const { kind, of } = counted;
        if (kind === "policy") metrics.policy(org, counted.type);
        else if (kind === "manifest") metrics.failure(kind, of, org, counted.type);
        else {
          metrics.load(of, org, kind === "load" ? counted.seconds : undefined);
          if (kind !== "load") metrics.failure(kind, of, org, counted.type);
          counts.add({ of, org, person, failed: kind === "load" ? undefined : kind });
        }
      }
      return reply.code(204).send();
    });

    if (access === false) return;
    server.get(
      access.path ?? "/metrics",
      { config: { cache: "no-store", session: "none" } },
      async (request, reply) => {
        checkAccess(request, access.token);
        metrics.keep(await server.rollouts.read());
        return reply.type(metrics.type).send(await metrics.text());
      },
    );
  },
  {
    name: "@fedseal/fastify/rum",
    fastify: "5.x",
    dependencies: ["@fedseal/fastify/session", "@fedseal/fastify/releases"],
  },
);

const CHECKS = {
  path: routePath,
  metrics: anything,
  organizations: count(1, 100_000),
  perPerson: count(1, 1_000_000),
  window: count(1_000, 30 * DAY),
  redis: redisUrl,
  prefix: keyText,
  timeout: number(1, 60_000),
};

function problemOfAccess(access: NonNullable<RumOptions["metrics"]>, path: string): string | undefined {
  if (access === false) return undefined;
  if (typeof access !== "object" || access === null) return "`metrics` is neither an object nor `false`";
  const wrong = problemOfOptions(access, { path: routePath, token: anything });
  if (wrong !== undefined) return `\`metrics\`: ${wrong}`;
  if ((access.path ?? "/metrics") === path) return "`metrics.path` is the path of events";
  // An unset variable of the environment must not open what it was to close.
  if (Object.hasOwn(access, "token") && !(typeof access.token === "string" && TOKEN.test(access.token))) {
    return "`metrics.token` is no bearer token of 16 characters or more; leave it out for this machine alone";
  }
  return undefined;
}
