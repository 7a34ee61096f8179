import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import type { CacheClass } from "../cache-policy/classes.js";
import { areParts, type Lifetime } from "../shared-cache/shared-cache.js";
import { forwarded } from "./ask.js";
import { type Addressed, type Gathered, gather } from "./gather.js";
import { type Call, callOf, type Upstream } from "./upstream.js";

/** What an answer is made of. */
export interface Composing<Name extends string> {
  request: FastifyRequest;
  /** Optional upstreams that failed, whose part is `null`. */
  degraded: readonly Name[];
}

/** For how long, and for whom, the parts are kept. */
export interface AggregateLifetime extends Lifetime {
  /**
   * Whom what is kept is given to. `"subject"`: the person that it was asked for, with the same scopes. `"organization"`: everybody of
   * the organization, also whom an upstream would refuse. Default: `"subject"`.
   */
  per?: "subject" | "organization";
  /** What the parts depend on beside their addresses and the header fields that are passed on. */
  parts?: readonly (string | number | boolean)[];
}

export interface AggregateOptions<Name extends string> {
  /** Who may keep the answer, as in `config.cache` of every route. */
  cache: CacheClass;
  /** Name → what is asked. All at once. */
  upstreams: Readonly<Record<Name, Upstream>>;
  /** Those without which there is an answer, too. */
  optional?: readonly NoInfer<Name>[];
  /** Makes the answer. Default: the parts, and `degraded`. */
  compose?(parts: Record<Name, unknown>, composing: Composing<Name>): unknown;
  /** Keeps the parts by `sharedCache`. */
  cached?: AggregateLifetime;
  /** More of the route's `config`, such as `rateLimit`. */
  config?: Omit<FastifyContextConfig, "cache" | "session">;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Adds `GET path`, whose answer is made of several upstreams'. */
    aggregate<Name extends string>(path: string, options: AggregateOptions<Name>): void;
  }
}

/** Routes that ask several APIs with tokens of the caller's. Needs `session`, `tokenExchange` and `cachePolicy`. */
export const aggregate = plugin(
  async (server) => {
    server.decorate("aggregate", function <
      Name extends string,
    >(this: FastifyInstance, path: string, options: AggregateOptions<Name>) {
      let calls: readonly Call[];
      try {
        calls = callsOf(this, options);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new TypeError(`@fedseal/fastify aggregate: ${path}: ${error.message}`, { cause: error });
      }
      const { cache, compose, cached } = options;
      const optional: ReadonlySet<string> = new Set(options.optional);
      this.get(path, { config: { ...options.config, cache } }, async (request, reply) => {
        const addressed = calls.map((call) => ({ call, address: call.addressFor(request) }));
        const { parts, degraded } = cached
          ? await keep(path, addressed, cached, request, () => gather(addressed, optional, request, undefined))
          : await gather(addressed, optional, request, leaving(reply));
        if (!compose) return { ...parts, degraded };
        return compose(parts as Record<Name, unknown>, { request, degraded: degraded as Name[] });
      });
    });
  },
  {
    name: "@fedseal/fastify/aggregate",
    fastify: "5.x",
    dependencies: ["@fedseal/fastify/session", "@fedseal/fastify/token-exchange", "@fedseal/fastify/cache-policy"],
  },
);

/** Throws a `TypeError` for options that cannot be used. */
function callsOf<Name extends string>(
  server: FastifyInstance,
  { upstreams, optional = [], compose, cached }: AggregateOptions<Name>,
): readonly Call[] {
  const names = Object.keys(upstreams ?? {});
  const [only] = names;
  if (only === undefined) throw new TypeError("`upstreams` has none");
  if (names.length === 1 && !compose && !cached) {
    throw new TypeError(
      `it only passes on what \`${only}\` answers: the page can ask that API itself, with a token of its own. Say what the route adds: another upstream, \`compose\` or \`cached\``,
    );
  }
  if (names.includes("degraded")) throw new TypeError("no upstream can have the name `degraded`");
  const unknown = optional.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`\`optional\` has ${JSON.stringify(unknown)}, which is no upstream`);
  if (cached) {
    const { fresh, stale = 0, per = "subject", parts = [] } = cached;
    if (!areParts(parts)) throw new TypeError("`cached.parts` is not a list of strings, finite numbers and booleans");
    if (!server.hasRequestDecorator("cached")) throw new TypeError("`cached` needs the plugin sharedCache");
    if (!(fresh >= 0 && stale >= 0 && fresh + stale > 0))
      throw new TypeError("`cached` has no time for which it keeps");
    if (per !== "subject" && per !== "organization") throw new TypeError('`cached.per` is "subject" or "organization"');
  }
  return Object.entries<Upstream>(upstreams).map(([name, one]) => callOf(name, one, server.exchangeTargets));
}

/** What was gathered with something missing is answered, and not kept. */
class Incomplete extends Error {
  readonly gathered: Gathered;
  constructor(gathered: Gathered) {
    super(`not kept: ${gathered.degraded.join(", ")} failed`);
    this.gathered = gathered;
  }
}

/** One gathering at a time for all who wait for it; none of them can end it for the others. */
async function keep(
  path: string,
  calls: readonly Addressed[],
  { fresh, stale = 0, per = "subject", parts = [] }: AggregateLifetime,
  request: FastifyRequest,
  make: () => Promise<Gathered>,
): Promise<Gathered> {
  const { sub, scopes } = request.session;
  const whose = per === "organization" ? [per] : [per, sub, [...scopes].sort().join(" ")];
  const what = calls.map(({ call, address }) => JSON.stringify([address.href, forwarded(call, request)]));
  try {
    return await request.cached(["aggregate", path, ...whose, ...what, ...parts], { fresh, stale }, async () => {
      const gathered = await make();
      if (gathered.degraded.length > 0) throw new Incomplete(gathered);
      return gathered;
    });
  } catch (error) {
    if (error instanceof Incomplete) return structuredClone(error.gathered);
    throw error;
  }
}

/** Aborted when the connection ends before the answer does. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) left.abort(new DOMException("The caller left.", "AbortError"));
  });
  return left.signal;
}
