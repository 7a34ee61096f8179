import { problemOfAddress } from "../addresses.js";

/** A released build of a remote. */
export interface Release {
  /** What its manifest calls itself. */
  release: string;
  /** URL of its manifest; of this release alone, so that a set never changes under a page. */
  manifest: string;
  /** SRI hash of the manifest's bytes. */
  integrity?: string;
  /** Lowest `seq` of its signature that counts, by key: what protects from an older, once good release. */
  floors?: Readonly<Record<string, number>>;
}

/** A release that some organizations get in place of the stable one. */
export interface Canary extends Release {
  /** Share of organizations, 0 to 100. */
  percent: number;
  /** Organizations that get it, and that never do, whatever the share is. */
  allow?: readonly string[];
  deny?: readonly string[];
  /** Nobody gets it. */
  stopped?: boolean;
}

/** What is released of a remote. */
export interface Rollout {
  stable: Release;
  canary?: Canary;
}

/** The state of all rollouts. */
export interface RolloutState {
  /** Grows with each change. */
  seq: number;
  remotes: Readonly<Record<string, Rollout>>;
}

/** Why a value is no state; `undefined` where it is one. Names the place. */
export function problemOfState(value: unknown): string | undefined {
  if (!isRecord(value)) return "it is not an object";
  const { seq, remotes, ...more } = value;
  if (Object.keys(more).length > 0) return `\`${Object.keys(more)[0]}\` is no key of it`;
  if (!isCount(seq)) return "`seq` is not a whole number from 0";
  if (!isRecord(remotes)) return "`remotes` is not an object";
  for (const [name, rollout] of Object.entries(remotes)) {
    const wrong = problemOfRollout(rollout);
    if (wrong !== undefined) return `\`remotes.${name}\`: ${wrong}`;
  }
  return undefined;
}

function problemOfRollout(value: unknown): string | undefined {
  if (!isRecord(value)) return "it is not an object";
  const { stable, canary, ...more } = value;
  if (Object.keys(more).length > 0) return `\`${Object.keys(more)[0]}\` is no key of it`;
  const wrong = problemOfRelease(stable);
  if (wrong !== undefined) return `\`stable\`: ${wrong}`;
  if (canary === undefined) return undefined;
  if (!isRecord(canary)) return "`canary`: it is not an object";
  const { percent, allow, deny, stopped, ...release } = canary;
  const worse = problemOfRelease(release);
  if (worse !== undefined) return `\`canary\`: ${worse}`;
  if (typeof percent !== "number" || !(percent >= 0 && percent <= 100)) return "`canary.percent` is not 0 to 100";
  for (const [key, list] of Object.entries({ allow, deny })) {
    if (list !== undefined && !(Array.isArray(list) && list.every((one) => typeof one === "string"))) {
      return `\`canary.${key}\` is no list of organizations`;
    }
  }
  if (stopped !== undefined && typeof stopped !== "boolean") return "`canary.stopped` is not true or false";
  if (release.release === (stable as Release).release) return "`canary` is the release that is stable";
  return undefined;
}

function problemOfRelease(value: unknown): string | undefined {
  if (!isRecord(value)) return "it is not an object";
  const { release, manifest, integrity, floors, ...more } = value;
  if (Object.keys(more).length > 0) return `\`${Object.keys(more)[0]}\` is no key of it`;
  if (typeof release !== "string" || release === "") return "`release` is missing";
  const place = problemOfAddress(manifest);
  if (place !== undefined) return `\`manifest\` ${place}`;
  if (
    integrity !== undefined &&
    !(typeof integrity === "string" && /^sha(256|384|512)-[A-Za-z0-9+/]+=*$/.test(integrity))
  ) {
    return "`integrity` is not a hash (SRI)";
  }
  if (floors !== undefined && !(isRecord(floors) && Object.values(floors).every(isCount)))
    return "`floors` are not numbers by key";
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
