import type { FastifyRequest } from "fastify";
import { isProblem, Problem } from "../problem.js";
import { ask } from "./ask.js";
import type { Call } from "./upstream.js";

/** What the upstreams answered. */
export interface Gathered {
  parts: Record<string, unknown>;
  /** Optional upstreams that failed, whose part is `null`. */
  degraded: string[];
}

/** A call, and where it goes for this request. */
export interface Addressed {
  call: Call;
  address: URL;
}

/** Asks all upstreams at once. The first needed one that fails ends the others, as does a caller who leaves. */
export async function gather(
  calls: readonly Addressed[],
  optional: ReadonlySet<string>,
  request: FastifyRequest,
  left: AbortSignal | undefined,
): Promise<Gathered> {
  const others = new AbortController();
  const signal = left === undefined ? others.signal : AbortSignal.any([left, others.signal]);
  const degraded: string[] = [];
  const asked = calls.map(async ({ call, address }): Promise<[string, unknown]> => {
    try {
      return [call.name, await ask(call, address, request, signal)];
    } catch (error) {
      if (!optional.has(call.name) || !isProblem(error) || signal.aborted) {
        others.abort(error);
        throw error;
      }
      request.log.warn({ upstream: call.name, code: error.code }, error.message);
      degraded.push(call.name);
      return [call.name, null];
    }
  });
  // All have ended before anything is answered, so that nothing goes on behind it.
  const settled = await Promise.allSettled(asked);
  if (left?.aborted) throw gone();
  if (others.signal.aborted) throw others.signal.reason;
  const parts = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return {
    parts: Object.fromEntries(parts),
    degraded: calls.map(({ call }) => call.name).filter((name) => degraded.includes(name)),
  };
}

/** Nobody reads it; the log does, and it is no error there. */
function gone(): Problem {
  return new Problem("ERR_FEDSEAL_REQUEST", 499, "The caller left before there was an answer.");
}
