import { Problem } from "../problem.js";
import type { RolloutStore } from "./file-store.js";
import type { Verdict } from "./gate.js";
import type { Canary, Rollout, RolloutState } from "./state.js";

/** Who moves a canary, and why: both are in the audit. */
export interface Order {
  who: string;
  why: string;
}

/** A verdict, and of what. */
export interface CanaryVerdict extends Verdict {
  remote: string;
  /** The canary's release. */
  release: string;
}

/** Makes the canary of a remote its stable release. Wants a good verdict of that canary, or `force`. */
export function promote(
  store: RolloutStore,
  remote: string,
  { verdict, force = false, ...order }: Order & { verdict?: CanaryVerdict; force?: boolean },
): Promise<RolloutState> {
  return move(store, remote, order, (canary) => {
    const { percent: _percent, allow: _allow, deny: _deny, stopped, ...release } = canary;
    if (force !== true) {
      // A verdict of another release says nothing about the one that is there now.
      if (verdict?.remote !== remote || verdict.release !== canary.release) {
        throw refused(`There is no verdict of ${remote} ${canary.release}; \`force\` promotes it without one.`);
      }
      if (verdict.verdict !== "good") throw refused(`The verdict is ${verdict.verdict}: ${verdict.because}.`);
      if (stopped) throw refused(`The canary of ${remote} is stopped.`);
    }
    return { stable: release };
  });
}

/** Gives a canary to a larger share of organizations. `start: true` starts one that was stopped. */
export function widen(
  store: RolloutStore,
  remote: string,
  percent: number,
  { start = false, ...order }: Order & { start?: boolean },
): Promise<RolloutState> {
  return move(store, remote, order, (canary, { stable }) => {
    if (typeof percent !== "number" || !(percent >= 0 && percent <= 100)) {
      throw refused("`percent` is not a number from 0 to 100.", 400);
    }
    if (!(percent >= canary.percent)) {
      throw refused(`${percent} is below the share of ${canary.percent}: a canary is stopped, and never narrowed.`);
    }
    if (canary.stopped && start !== true) throw refused(`The canary of ${remote} is stopped; \`start\` starts it.`);
    const { stopped: _stopped, ...started } = canary;
    if (percent === canary.percent && !canary.stopped) return undefined;
    return { stable, canary: { ...started, percent } };
  });
}

/** Takes a canary from everybody. It stays so until somebody starts it with {@link widen}. */
export function stop(
  store: RolloutStore,
  remote: string,
  { release, ...order }: Order & { release?: string },
): Promise<RolloutState> {
  return move(store, remote, order, (canary, { stable }) => {
    if (release !== undefined && release !== canary.release) {
      throw refused(`The canary of ${remote} is ${canary.release}, and not ${release}.`);
    }
    return canary.stopped ? undefined : { stable, canary: { ...canary, stopped: true } };
  });
}

/** Throws where a change names nobody, or no reason. */
export function requireOrder({ who, why }: Order): void {
  const isWords = (text: unknown) => typeof text === "string" && text.trim() !== "";
  if (!isWords(who) || !isWords(why)) throw refused("`who` and `why` are needed: they are what the audit says.", 400);
}

/** One change of a remote that has a canary. What is checked is the state that is changed. */
async function move(
  store: RolloutStore,
  remote: string,
  { who, why }: Order,
  to: (canary: Canary, rollout: Rollout) => Rollout | undefined,
): Promise<RolloutState> {
  requireOrder({ who, why });
  return store.change({
    who,
    why,
    to: (before) => {
      const rollout = Object.hasOwn(before.remotes, remote) ? before.remotes[remote] : undefined;
      if (!rollout) throw refused(`There is no remote ${JSON.stringify(remote)}.`, 404);
      if (!rollout.canary) throw refused(`${remote} has no canary.`);
      const after = to(rollout.canary, rollout);
      return after && { ...before, remotes: { ...before.remotes, [remote]: after } };
    },
  });
}

function refused(detail: string, status = 409): Problem {
  return new Problem("ERR_FEDSEAL_ROLLOUT", status, detail);
}
