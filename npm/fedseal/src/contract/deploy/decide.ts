import semver from "semver";
import type { Change } from "../compare/change.js";
import type { Side } from "../compare/side.js";
import { compareWithin } from "../compare/within.js";
import type { Contract } from "../contract.js";
import type { LockedShell } from "../package/lock.js";
import { filesRead, namesOf } from "../package/shell.js";
import { belongsTo, remoteOf } from "../remotes.js";
import { joined, sideOf } from "../side-of.js";
import type { Answer, Deployed } from "./matrix.js";

/** What is asked about one shell. */
export interface Question {
  candidate: Contract;
  shell: NonNullable<Deployed["shell"]>;
  /** The contract of the remote that the shell was compiled against, or why it is unknown. */
  compiledAgainst: Contract | string;
  /** Milliseconds that the comparison may take. */
  timeout: number;
  /** Absolute folder from which packages are resolved. */
  packages: string;
}

/** An answer, and the first change that breaks the shell, where one does. */
export interface Decision {
  answer: Answer;
  broken?: { change: Change; before: Side; after: Side };
}

/** Whether a remote may go where a shell is. What is not known is a no. */
export async function decide({ candidate, shell, compiledAgainst, timeout, packages }: Question): Promise<Decision> {
  const { remote, version } = candidate;
  const { read, requires } = shell;
  const uses = usedOf(shell, remote);
  const range = requires[remote];
  const unresolved = read?.unresolved?.filter((id) => belongsTo(id, remote)) ?? [];
  if (unresolved.length > 0) {
    const names = unresolved.join(", ");
    return no(
      "unknown",
      `it imports ${names}, and no contract of ${remote} was there when its uses were locked; lock them again`,
    );
  }
  const own = read?.workspace?.find((name) => belongsTo(name, remote) || belongsTo(remote, name));
  if (uses.length === 0 && own !== undefined) {
    return no(
      "unknown",
      `it imports ${own}, which was taken for sources of the workspace, since no contract of ${remote} was there; lock its uses again`,
    );
  }
  if (uses.length === 0 && !isRead(shell)) {
    return no(
      "unknown",
      "its sources were never read, so it is not known what it uses; lock it with `--shell` and `--uses`",
    );
  }
  if (range === undefined && uses.length > 0) {
    return no("unknown", `it does not say which versions of ${remote} it works with`);
  }
  if (range !== undefined && !semver.satisfies(version, range, { includePrerelease: true })) {
    return no("range", `it works with ${remote} ${range}, and this is ${version}`);
  }
  const dynamic = read?.dynamic?.join(", ");
  if (uses.length === 0) {
    const found = `nothing of ${remote} was found in ${filesRead(read?.files ?? {})}`;
    if (dynamic === undefined) return { answer: { deployable: true, method: "names", reason: found } };
    return no(
      "unknown",
      `${found}, but ${dynamic} loads modules by names that are not written there; name them with \`--loads\``,
    );
  }
  const exposes = new Map(Object.keys(candidate.exposes).map((key) => [joined(remote, key), key]));
  for (const [id] of uses) {
    if (!exposes.has(id)) return no("names", `it loads ${id}, which is not exposed any more`);
  }
  if (typeof compiledAgainst === "string") {
    return no("unknown", `the contract of ${remote} that it was compiled against ${compiledAgainst}`);
  }
  const only = new Map(uses.map(([id, names]) => [exposes.get(id) ?? id, new Set(names)]));
  const now = sideOf(candidate, "new", packages);
  const before = sideOf(compiledAgainst, "old", packages);
  // An expose that is gone is no loss where it is not used.
  const kept = [...before.exposes].filter(([key]) => only.has(key) || now.exposes.has(key));
  const old = { ...before, exposes: new Map(kept) };
  // The profile that was promised, so that a change cannot excuse itself.
  const { findings, undecided } = await compareWithin(old, now, { profile: compiledAgainst.profile, timeout, only });
  const [open] = undecided;
  if (open) return no("unknown", open.export === "" ? open.message : `${open.export}: ${open.message}`);
  const breaks = findings.filter((one) => one.level === "major");
  const [first] = breaks;
  if (first) {
    const others = breaks.length > 1 ? `, and ${breaks.length - 1} more` : "";
    return {
      ...no("types", `it uses ${first.export}: ${first.message}${others}`),
      broken: { change: first, before: old, after: now },
    };
  }
  const names = uses.map(([id, all]) => `${id} (${all.includes("*") ? "*" : namesOf(all)})`).join(", ");
  const limit = dynamic === undefined ? "" : `; what ${dynamic} loads by names that are not written there is not known`;
  return { answer: { deployable: true, method: "types", reason: `what it uses still fits: ${names}${limit}` } };
}

/** What a shell uses of one remote: module → names. */
export function usedOf({ uses, requires }: NonNullable<Deployed["shell"]>, remote: string): [string, string[]][] {
  const remotes = [...Object.keys(requires), remote];
  return Object.entries(uses).filter(([id]) => remoteOf(id, remotes) === remote);
}

/** Whether it is known what a shell does not use: some of its sources were read. */
export function isRead({ read }: Pick<LockedShell, "read">): boolean {
  return Object.values(read?.files ?? {}).some((count) => count > 0);
}

function no(method: Answer["method"], reason: string): Decision {
  return { answer: { deployable: false, method, reason } };
}
