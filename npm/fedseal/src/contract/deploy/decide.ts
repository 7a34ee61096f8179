import semver from "semver";
import { compare } from "../compare/compare.js";
import type { Contract, Profile } from "../contract.js";
import { joined, sideOf } from "../sides.js";
import type { Answer, Deployed } from "./matrix.js";

/** What is asked about one shell. */
export interface Question {
  candidate: Contract;
  shell: NonNullable<Deployed["shell"]>;
  /** The contract of the remote that the shell was compiled against. */
  compiledAgainst: Contract | undefined;
  profile: Profile;
  /** Milliseconds an expose may take. */
  timeout: number;
  /** Absolute folder from which packages are resolved. */
  packages: string;
}

/** Whether a remote may go where a shell is. What is not known is a no. */
export function decide({ candidate, shell, compiledAgainst, profile, timeout, packages }: Question): Answer {
  const { remote, version } = candidate;
  const uses = Object.entries(shell.uses).filter(([id]) => id.split("/")[0] === remote);
  const range = shell.requires[remote];
  if (uses.length === 0 && range === undefined) {
    return { deployable: true, method: "names", reason: `it uses nothing of ${remote}` };
  }
  if (range === undefined) return no("unknown", `it does not say which versions of ${remote} it works with`);
  if (!semver.satisfies(version, range, { includePrerelease: true })) {
    return no("range", `it works with ${remote} ${range}, and this is ${version}`);
  }
  const exposes = new Map(Object.keys(candidate.exposes).map((key) => [joined(remote, key), key]));
  for (const [id] of uses) {
    if (!exposes.has(id)) return no("names", `it loads ${id}, which is not exposed any more`);
  }
  if (!compiledAgainst) return no("unknown", `the contract of ${remote} that it was compiled against is not stored`);
  const only = new Map(uses.map(([id, names]) => [exposes.get(id) ?? id, new Set(names)]));
  const [old, now] = [sideOf(compiledAgainst, "old", packages), sideOf(candidate, "new", packages)];
  const { findings, undecided } = compare(old, now, { profile, only });
  const [open] = undecided;
  if (open) return no("unknown", open.export === "" ? open.message : `${open.export}: ${open.message}`);
  const breaks = findings.filter((one) => one.level === "major");
  const [first] = breaks;
  if (first) {
    const others = breaks.length > 1 ? `, and ${breaks.length - 1} more` : "";
    return no("types", `it uses ${first.export}: ${first.message}${others}`);
  }
  const names = uses.map(([id, all]) => `${id} (${all.join(", ")})`).join(", ");
  return { deployable: true, method: "types", reason: `what it uses still fits: ${names}` };
}

function no(method: Answer["method"], reason: string): Answer {
  return { deployable: false, method, reason };
}
