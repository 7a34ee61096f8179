import { mayHave } from "../releases/decide.js";
import type { RolloutState } from "../releases/state.js";
import { directiveOf, errorTypeOf } from "./error-types.js";
import type { LoadEvent } from "./events.js";

/** Which release something is about. */
export interface ChannelRelease {
  remote: string;
  release: string;
  channel: string;
}

/** What stands in place of what a page said and the state does not confirm. */
export const UNKNOWN = "unknown";
const NOBODYS: ChannelRelease = { remote: UNKNOWN, release: UNKNOWN, channel: UNKNOWN };

/** Errors of fedseal's where nothing arrived that it could have refused; pages say `failed` of them, too. */
const ABSENT = ["ERR_FEDSEAL_FETCH", "ERR_FEDSEAL_TIMEOUT"];

/** What an event adds to the counts. */
export type Counted = { of: ChannelRelease; isKnown: boolean } & (
  | { kind: "load"; seconds: number | undefined }
  | { kind: "error" | "refusal" | "manifest"; type: string }
  | { kind: "policy"; type: string }
);

/** What an event of a page of this organization counts as. Its release counts where the organization may have it. */
export function countedOf(state: RolloutState, orgId: string, event: LoadEvent): Counted {
  if (event.name === "mf.policy.error") {
    return { kind: "policy", of: NOBODYS, isKnown: false, type: directiveOf(event["error.type"]) };
  }
  const confirmed = confirm(state, orgId, event);
  const about = { of: confirmed ?? NOBODYS, isKnown: confirmed !== undefined };
  if (event.name === "mf.load") {
    return { kind: "load", ...about, seconds: event.duration === undefined ? undefined : event.duration / 1000 };
  }
  const type = errorTypeOf(event["error.type"]);
  // It is followed by the error of the load that it led to, which is the one that counts.
  if (event.name === "mf.manifest.error") return { kind: "manifest", ...about, type };
  const isRefusal = event["mf.seal"] === "failed" && !ABSENT.includes(type);
  return { kind: isRefusal ? "refusal" : "error", ...about, type };
}

function confirm(state: RolloutState, orgId: string, event: LoadEvent): ChannelRelease | undefined {
  const { "mf.remote": remote, "mf.release": release, "mf.channel": channel } = event;
  if (remote === undefined || release === undefined || channel === undefined) return undefined;
  const rollout = Object.hasOwn(state.remotes, remote) ? state.remotes[remote] : undefined;
  if (!rollout || !mayHave(remote, rollout, channel, release, orgId)) return undefined;
  return { remote, release, channel };
}

/** Whether the state still has a release; what it has no more is not kept. */
export function isCurrent(state: RolloutState, { remote, release, channel }: ChannelRelease): boolean {
  if (remote === UNKNOWN) return true;
  const rollout = Object.hasOwn(state.remotes, remote) ? state.remotes[remote] : undefined;
  if (channel === "stable") return rollout?.stable.release === release;
  return rollout?.canary?.release === release;
}

/** Labels of organizations: the first ones that are seen, and one for all others. */
export class Organizations {
  readonly #known = new Set<string>();
  constructor(readonly most: number) {}

  labelOf(orgId: string): string {
    if (this.#known.has(orgId)) return orgId;
    if (this.#known.size >= this.most) return "other";
    this.#known.add(orgId);
    return orgId;
  }
}
