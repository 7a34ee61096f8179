import type { SignatureStatement } from "@fedseal/binding";
import { unlessKey } from "../private-keys.js";

/** What can be said of a statement; the rest is taken from the manifest and the clock. */
export interface StatementSettings {
  /** The origin that serves the manifest, such as `https://cdn.example.com`. */
  origin: string;
  /** Default: the manifest's name. */
  remote?: string;
  /** Default: the manifest's sealed release, else its build version. */
  release?: string;
  /** Grows from release to release. Default: the time of signing. */
  seq?: number;
  /** How long the signature counts, such as `30d`. */
  expires?: string;
}

/** How long a signature counts by default. */
export const EXPIRES = "30d";

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 7 * 86_400 };

/** Seconds of a time such as `30d`; undefined for what is not one. */
export function secondsOf(time: string): number | undefined {
  const [, number, unit = ""] = /^([1-9]\d{0,8})([smhdw])$/.exec(time) ?? [];
  const seconds = UNITS[unit];
  return number === undefined || seconds === undefined ? undefined : Number(number) * seconds;
}

/** The time now in seconds, as in a statement. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** A time of a statement for people. Statements may hold times that dates of JavaScript do not reach. */
export function shownTime(unix: number): string {
  const date = new Date(unix * 1000);
  return Number.isNaN(date.getTime()) ? `${unix} (Unix, in seconds)` : date.toISOString();
}

/** The statement about a manifest, or what is missing. `now` is Unix time. */
export function statementOf(
  manifest: Uint8Array,
  { origin, remote, release, seq, expires = EXPIRES }: StatementSettings,
  now: number,
): { statement: SignatureStatement } | { problem: string } {
  const own = namesOf(manifest);
  const seconds = secondsOf(expires);
  if (seconds === undefined) return { problem: `\`expires\` is ${unlessKey(expires)}: write it as 30d, 12h or 90m` };
  if (own.name === undefined) return { problem: "the manifest has no `name`" };
  if (remote !== undefined && remote !== own.name) {
    return {
      problem: `\`remote\` is ${unlessKey(remote)}, but the manifest's \`name\` is ${JSON.stringify(own.name)}: hosts want both to be what they asked for`,
    };
  }
  const named = release ?? own.release;
  if (named === undefined) return { problem: "the manifest names no release, and none is given" };
  const statement = { remote: own.name, release: named, origin, seq: seq ?? now, iat: now, exp: now + seconds };
  return { statement };
}

/** What a manifest says of itself; nothing where it is no JSON, which is a finding of whoever reads it. */
export function namesOf(manifest: Uint8Array): { name?: string; release?: string } {
  let root: unknown;
  try {
    root = JSON.parse(Buffer.from(manifest).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
  const name = textAt(root, "name");
  const release = textAt(root, "release", "id") ?? textAt(root, "metaData", "buildInfo", "buildVersion");
  return { ...(name !== undefined && { name }), ...(release !== undefined && { release }) };
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "string" && value !== "" ? value : undefined;
}
