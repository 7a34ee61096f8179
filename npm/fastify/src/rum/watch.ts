import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { count, number, problemOfOptions } from "../options.js";
import type { CanaryVerdict } from "../releases/commands.js";
import type { RolloutStore } from "../releases/file-store.js";
import type { RolloutState } from "../releases/state.js";
import type { ChannelRelease } from "./count.js";
import { type CanaryRules, type JudgedLoads, judgeCanary } from "./judged.js";

/** Where states and loads come from, for a watch without a server. */
export interface WatchSources {
  store: RolloutStore;
  loads(of: ChannelRelease): Promise<JudgedLoads>;
  log: Pick<FastifyBaseLogger, "error" | "warn">;
}

export interface WatchOptions {
  rules?: CanaryRules;
  /** Milliseconds between two looks, 100 to an hour. Default: 15,000. */
  every?: number;
}

export interface CanaryWatch {
  /** Judges all canaries now, stops the bad ones, and gives the verdicts. */
  look(): Promise<CanaryVerdict[]>;
  /** Ends the watch; waits for a look that is under way. */
  close(): Promise<void>;
}

const CHECKS = {
  every: number(100, 3_600_000),
  rules: (value: unknown) => (typeof value === "object" && value !== null ? undefined : "is not an object"),
};
const RULES = {
  minimum: count(1, 1_000_000_000),
  confidence: number(0.5, 0.9999),
  stopConfidence: number(0.5, 0.9999),
  tolerance: number(0, 1),
  people: count(1, 1_000_000),
};

/** Stops bad canaries: of a server with `releases` and `rum`, before it listens, until it closes. It promotes none. */
export function watchCanaries(
  of: FastifyInstance | WatchSources,
  { rules = {}, every = 15_000 }: WatchOptions = {},
): CanaryWatch {
  const wrong = problemOfOptions({ every, rules }, CHECKS) ?? problemOfOptions(rules, RULES);
  if (wrong !== undefined) throw new TypeError(`@fedseal/fastify watchCanaries: ${wrong}`);
  const sources = "store" in of ? of : sourcesOf(of);
  let running: Promise<CanaryVerdict[]> | undefined;
  const look = () => {
    running ??= lookAt(sources, rules).finally(() => {
      running = undefined;
    });
    return running;
  };
  const quietly = async () => {
    try {
      await look();
    } catch (error) {
      sources.log.error(error, "canaries cannot be judged now");
    }
  };
  const timer = setInterval(() => void quietly(), every);
  timer.unref();
  const close = async () => {
    clearInterval(timer);
    // Its error was told to who asked for it.
    await running?.catch(() => undefined);
  };
  if (!("store" in of)) of.addHook("preClose", close);
  return { look, close };
}

function sourcesOf(server: FastifyInstance): WatchSources {
  for (const name of ["rollouts", "judgedLoads"]) {
    if (!server.hasDecorator(name))
      throw new TypeError("@fedseal/fastify watchCanaries: `releases` and `rum` are needed");
  }
  return { store: server.rollouts, loads: server.judgedLoads, log: server.log };
}

async function lookAt({ store, loads, log }: WatchSources, rules: CanaryRules): Promise<CanaryVerdict[]> {
  const { remotes } = await store.read();
  const verdicts: CanaryVerdict[] = [];
  const errors: unknown[] = [];
  for (const [remote, { stable, canary }] of Object.entries(remotes)) {
    if (!canary) continue;
    const { release } = canary;
    try {
      const own = await loads({ remote, release, channel: "canary" });
      const other = await loads({ remote, release: stable.release, channel: "stable" });
      const verdict = { remote, release, ...judgeCanary(own, other, rules) };
      verdicts.push(verdict);
      if (verdict.verdict !== "bad" || canary.stopped) continue;
      const why = `${remote} ${release} beside ${stable.release}: ${verdict.because}`;
      // Another pod may have been first, or somebody has another canary by now.
      await store.change({ who: "gate", why, to: (before) => stopped(before, remote, release, stable.release) });
      log.warn({ remote, release }, `the canary is stopped: ${why}`);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
  return verdicts;
}

/** The state with that canary stopped; `undefined` where it is there no more, or stopped. */
function stopped(before: RolloutState, remote: string, release: string, beside: string): RolloutState | undefined {
  const rollout = Object.hasOwn(before.remotes, remote) ? before.remotes[remote] : undefined;
  if (rollout?.canary?.release !== release || rollout.stable.release !== beside) return undefined;
  if (rollout.canary.stopped) return undefined;
  const canary = { ...rollout.canary, stopped: true };
  return { ...before, remotes: { ...before.remotes, [remote]: { ...rollout, canary } } };
}
