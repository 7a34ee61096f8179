import { createHash } from "node:crypto";
import type { Canary, Release, Rollout, RolloutState } from "./state.js";

export type Channel = "stable" | "canary";

/** What an organization gets of a remote. */
export interface Decided extends Release {
  channel: Channel;
}

/** What an organization gets: one set, which a page uses for its life, so that releases are never mixed. */
export interface ReleaseSet {
  seq: number;
  remotes: Readonly<Record<string, Decided>>;
}

/** The release set of an organization. */
export function setFor({ seq, remotes }: RolloutState, orgId: string): ReleaseSet {
  const decided = Object.entries(remotes).map(([name, rollout]) => [name, decide(name, rollout, orgId)]);
  return { seq, remotes: Object.fromEntries(decided) };
}

function decide(remote: string, { stable, canary }: Rollout, orgId: string): Decided {
  if (!canary || !gets(remote, canary, orgId)) return { ...stable, channel: "stable" };
  const { percent: _percent, allow: _allow, deny: _deny, stopped: _stopped, ...release } = canary;
  return { ...release, channel: "canary" };
}

/**
 * Whether an organization may have a release of a remote on a page now: what it gets, or got before the canary was widened or
 * stopped. Pages keep their set for their life.
 */
export function mayHave(remote: string, rollout: Rollout, channel: string, release: string, orgId: string): boolean {
  if (channel === "stable") return rollout.stable.release === release;
  if (channel !== "canary" || rollout.canary?.release !== release) return false;
  return gets(remote, { ...rollout.canary, stopped: false }, orgId);
}

/** The first that applies: stopped, denied, allowed, the share. */
function gets(remote: string, { release, percent, allow, deny, stopped }: Canary, orgId: string): boolean {
  if (stopped) return false;
  if (deny?.includes(orgId)) return false;
  if (allow?.includes(orgId)) return true;
  return bucketOf(remote, release, orgId) < percent;
}

/**
 * Where an organization stands between 0 and 100, for this release of this remote. It never changes, so that widening a share moves
 * nobody back; and it is another one for each release, so that it is not always the same organizations that go first.
 */
export function bucketOf(remote: string, release: string, orgId: string): number {
  const hash = createHash("sha256")
    .update(JSON.stringify([remote, release, orgId]))
    .digest();
  return (hash.readUIntBE(0, 6) / 2 ** 48) * 100;
}
