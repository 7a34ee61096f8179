import { readFileSync } from "node:fs";
import type { Diagnostic, Location } from "@fedseal/binding";
import semver from "semver";
import { diagnostic } from "../../diagnostics.js";
import { placeInJson } from "../../json-places.js";
import { fromFolder, relativeTo } from "../../locations.js";
import { compare } from "../compare/compare.js";
import type { Voice } from "../compare/in-thread.js";
import type { Contract } from "../contract.js";
import { contractAt, contractPath } from "../contract-at.js";
import { existingPackage } from "../package/existing.js";
import { INTERFACES } from "../package/generate.js";
import { unsatisfied } from "../package/satisfy.js";
import { sideOf } from "../side-of.js";
import { originOfContract, projectOf } from "../source-place/origin.js";
import { SourcePlaces } from "../source-place/source-place.js";
import type { CheckInput } from "./check.js";
import { carries, counted, needs, requiredVersion } from "./levels.js";
import { located, locationOf } from "./located.js";
import { NO_VERDICT, type Verdict } from "./verdict.js";

/** Reads and compares for `fedseal contract check`. */
export function work(input: CheckInput, voice: Voice): Verdict {
  return input.old ? withContract(input, input.old, voice) : withLock(input, voice);
}

function withContract(input: CheckInput, old: Contract, voice: Voice): Verdict {
  const { given } = input;
  const { value: now, diagnostics } = contractAt(given);
  if (!now) return notChecked(diagnostics);
  const dir = process.cwd();
  const side = sideOf(now, "new", dir);
  const path = contractPath(given);
  const origin = originOfContract(side, now, projectOf(now, path, [dir]), path);
  const problem = old.remote === now.remote ? undefined : otherRemote(old, now, given);
  if (problem) return notChecked([problem], placeOf(path));
  return decided(old, now, { places: new SourcePlaces(side, origin), read: [], dir, input, voice });
}

function otherRemote(old: Contract, now: Contract, given: string): Diagnostic {
  const message = `the base has a contract of ${old.remote}, and ${given} one of ${now.remote}`;
  return diagnostic("contract/not-compared", message, { file: given });
}

function withLock(input: CheckInput, voice: Voice): Verdict {
  const { given } = input;
  const { value: now, diagnostics } = contractAt(given);
  const locked = existingPackage(input.package);
  const read = [...diagnostics, ...locked.diagnostics];
  if (!now || !locked.found) return notChecked(read, now && placeOf(contractPath(given)));
  const { interfaces, contracts } = locked.found;
  const side = sideOf(now, "new", locked.dir);
  const path = contractPath(given);
  const origin = originOfContract(side, now, projectOf(now, path, [process.cwd()]), path);
  for (const one of unsatisfied(now, interfaces, locked.dir)) {
    // Either in the interfaces, or in a stub.
    if (one.location?.file === INTERFACES) read.push(fromFolder(one, locked.dir));
    else {
      const { location, ...rest } = one;
      const source = location && origin.sourceOf(location.file);
      read.push({ ...rest, ...(source !== undefined && { location: { file: relativeTo(process.cwd(), source) } }) });
    }
  }
  const old = contracts.find((one) => one.remote === now.remote);
  const places = new SourcePlaces(side, origin);
  if (!old) return notChecked([...read, notLocked(now)], placeOf(path));
  return decided(old, now, { places, read, dir: locked.dir, input, voice });
}

function notLocked({ remote }: Contract): Diagnostic {
  return diagnostic("contract/not-locked", `the contract package has no contract of ${remote} to compare with`);
}

function notChecked(diagnostics: Diagnostic[], place?: Location): Verdict {
  return { diagnostics, outcome: "fedseal: not checked", title: "Contract check", place };
}

/** The line of a contract that says whose it is. */
function placeOf(path: string): Location {
  return { file: relativeTo(process.cwd(), path), ...placeInJson(readFileSync(path, "utf8"), "/version") };
}

/** An error that says that something could not be checked: then there is no verdict. */
function isUndecided({ severity, undecided }: Diagnostic): boolean {
  return severity === "error" && undecided === true;
}

interface Checked {
  places: SourcePlaces;
  read: Diagnostic[];
  /** Folder of the contract package. */
  dir: string;
  input: CheckInput;
  voice: Voice;
}

function decided(old: Contract, now: Contract, { places, read, dir, input, voice }: Checked): Verdict {
  const versions = { old: old.version, new: now.version };
  const before = sideOf(old, "old", dir);
  const { profile = old.profile } = input;
  const title = `Contract of ${now.remote}`;
  const early = semver.major(old.version) === 0;
  const more = { remote: now.remote, versions, required: null };
  const place = placeOf(contractPath(input.given));
  const sofar: Verdict = { diagnostics: read, outcome: NO_VERDICT, title, more, early, place };
  voice.comparing(sofar);
  const comparison = compare(before, sideOf(now, "new", dir), { profile }, voice.at);
  const report = located(comparison, new SourcePlaces(before, originOfContract(before, old, undefined)), places);
  if (comparison.undecided.length > 0) return { ...sofar, report };
  const required = requiredVersion(comparison, old.version);
  const base = { report, title, more: { ...more, required: read.some(isUndecided) ? null : required }, early, place };
  const changes = `fedseal: ${now.remote} ${old.version} → ${now.version}: ${counted(comparison.findings)}`;
  if (!carries(comparison, versions)) {
    const level = comparison.bump === "none" ? "patch" : comparison.bump;
    const wanted = `release ${required} or later`;
    const step = old.version === now.version ? `is still ${now.version}` : `goes from ${old.version} to ${now.version}`;
    const message =
      comparison.bump === "none"
        ? `${now.remote} goes back from ${old.version} to ${now.version}: ${wanted}`
        : `${now.remote} ${step}, but its changes need ${needs(level, early)}: ${wanted}`;
    const version = places.ofVersion();
    const notRaised = diagnostic("contract/version-not-raised", message, version && locationOf(version));
    return { ...base, diagnostics: [...read, notRaised], outcome: `${changes}; ${wanted}` };
  }
  const { length } = comparison.findings;
  const covered = length === 0 ? changes : `${changes}; ${now.version} covers ${length === 1 ? "it" : "them"}`;
  if (read.every((one) => one.severity !== "error")) return { ...base, diagnostics: read, outcome: covered, code: 0 };
  return { ...base, diagnostics: read, outcome: `${covered}, but another check failed`, code: 1 };
}
