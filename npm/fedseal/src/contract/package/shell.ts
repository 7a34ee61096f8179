import type { Diagnostic } from "@fedseal/binding";
import semver from "semver";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder } from "../../locations.js";
import { didYouMean } from "../../near-name.js";
import type { Contract } from "../contract.js";
import { PACKAGE } from "../names.js";
import { belongsTo, modulesOf, remoteOf } from "../remotes.js";
import type { LockedShell } from "./lock.js";
import { type Named, type ShellUses, usesOf } from "./uses.js";

/** What is said about a shell whose uses are to be locked. */
export interface ShellRequest {
  shell: string;
  /** Folders, files or globs. */
  uses: readonly string[];
  requires: readonly { remote: string; range: string }[];
  /** Modules or remotes that are loaded by names that are put together at run time, or `none`. */
  loads: readonly string[];
  /** Remotes that have no contract yet. */
  without: readonly string[];
}

/**
 * Reads what a shell uses, to be locked. Where there is an error among the diagnostics, there is nothing to lock. Locations
 * are relative to the current folder.
 */
export function readShell(
  request: ShellRequest,
  contracts: readonly Contract[],
  packageName: string | undefined,
  before: LockedShell | undefined,
): { locked?: LockedShell; diagnostics: Diagnostic[] } {
  const wrong = wrongRequest(request, contracts);
  if (wrong.length > 0) return { diagnostics: wrong };
  const found = usesOf(request.uses, contracts, packageName ?? PACKAGE);
  if (typeof found === "string") {
    const help = "Name the folder with the shell's sources: `--uses src`. It may be given several times.";
    return { diagnostics: [diagnostic("contract/unreadable", `nothing was read: ${found}`, undefined, help)] };
  }
  const open = notFound(request, found).map((one) => fromFolder(one, found.project));
  if (open.some((one) => one.severity === "error")) return { diagnostics: open };
  const uses = withLoads(found.uses, request.loads, contracts);
  if (Object.keys(uses).length === 0 && !request.loads.includes("none")) {
    const message = `no module of ${contracts.map((one) => one.remote).join(", ")} is named in ${filesRead(found.read)}`;
    const help =
      "Check that `--uses` names the shell's sources. If it really loads none, say so with `--loads none`; modules that are loaded by a name made at run time are named with `--loads shop/Button`.";
    return { diagnostics: [...open, diagnostic("contract/unreadable", message, undefined, help)] };
  }
  const locked: LockedShell = {
    read: readOf(request, found),
    requires: rangesOf(request, uses, contracts),
    uses,
  };
  return { locked, diagnostics: [...open, ...fewer(request.shell, before, locked)] };
}

function wrongRequest({ requires, loads, without }: ShellRequest, contracts: readonly Contract[]): Diagnostic[] {
  const remotes = contracts.map((one) => one.remote);
  const modules = modulesOf(contracts);
  const known = remotes.length === 0 ? "none" : remotes.join(", ");
  const page = "`fedseal contract generate --help` and `docs/reference/command.md` say what is possible.";
  const invalid = (message: string, hint = "Correct the call.") =>
    diagnostic("options/invalid", message, undefined, `${hint} ${page}`);
  if (remotes.length === 0) {
    const message = "the contract package has no remote, so there is nothing that a shell could use";
    const help =
      "If another contract package is installed further up, this one hides it: remove its folder. Otherwise put contracts in: `fedseal contract generate ../shop/dist --out <package>`.";
    return [diagnostic("contract/not-locked", message, undefined, help)];
  }
  return [
    ...requires
      .filter((one) => !remotes.includes(one.remote))
      .map((one) =>
        invalid(
          `--requires ${one.remote}@${one.range}: the package has no such remote (it has ${known})`,
          didYouMean(one.remote, remotes),
        ),
      ),
    ...requires
      .filter((one) => semver.validRange(one.range) === null)
      .map((one) => invalid(`--requires ${one.remote}@${one.range}: ${one.range} is not a range of versions`)),
    ...loads
      .filter((one) => one !== "none" && !modules.has(one) && !remotes.includes(one))
      .map((one) =>
        invalid(
          `--loads ${one}: the package has neither such a module nor such a remote (it has ${known})`,
          didYouMean(one, [...modules.keys(), ...remotes]),
        ),
      ),
    ...without
      .filter((one) => remotes.includes(one))
      .map((one) => invalid(`--without ${one}: the package has a contract of ${one}`)),
    ...(loads.includes("none") && loads.length > 1 ? [invalid("--loads none contradicts the other `--loads`")] : []),
  ];
}

/** What could not be taken for a use, as errors and warnings. */
function notFound({ loads, without }: ShellRequest, found: ShellUses): Diagnostic[] {
  const isExcused = ({ name }: Named) => without.some((one) => belongsTo(name, one));
  const errors = [
    ...byName(found.notExposed).map(({ named, at }) => {
      const message = `${named} is imported, and the contract in the package does not have it${at}`;
      const help = "Correct the name, or put the remote's newest contract into the package.";
      return diagnostic("contract/not-locked", message, locationOf(found.notExposed, named), help);
    }),
    ...byName(found.unknown.filter((one) => !isExcused(one))).map(({ named, at }) => {
      const [remote] = named.split("/");
      const message = `${named} is imported, and is neither in the contract package nor a file or package of the project${at}`;
      const help = `Put the remote's contract into the package first: \`fedseal contract generate <its contract> --out <package>\`. If the shell calls a remote ${remote} that has another name itself, use that name as its key in \`remotes\`. If it has no contract yet, or ${remote} is not a remote, say so: \`--without ${remote}\`.`;
      return diagnostic("contract/not-locked", message, locationOf(found.unknown, named), help);
    }),
  ];
  const warn = (message: string, list: readonly Named[], named: string, help?: string) =>
    diagnostic("contract/uses-incomplete", message, locationOf(list, named), help);
  const unresolved = found.unresolved.filter((one) => !isExcused(one));
  const warnings = [
    ...byName(unresolved).map(({ named, at }) => {
      const message = `${named} is imported, and is neither in the contract package nor a file or package of the project${at}`;
      return warn(message, unresolved, named);
    }),
    ...byName(found.local).map(({ named, at }) => {
      const message = `${named} leads to a file of the project and is not counted as a use of the remote${at}`;
      return warn(
        message,
        found.local,
        named,
        "If it is meant for the remote, rename the project's own alias or package.",
      );
    }),
    ...(loads.length > 0
      ? []
      : byName(found.dynamic.map((one) => ({ ...one, name: one.file }))).map(({ named, at }) => {
          const message = `a module is loaded by a name that is not written in the sources${at}`;
          const help =
            "Name what is loaded there: `--loads shop/Button`, or `--loads shop` for everything of it, or `--loads none` if all names are written elsewhere in the sources.";
          return warn(message, found.dynamic, named, help);
        })),
  ];
  return [...errors, ...warnings];
}

/** One line for each name, however often it stands. */
function byName(list: readonly Named[]): { named: string; at: string }[] {
  const times = new Map<string, number>();
  for (const { name } of list) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([named, count]) => ({ named, at: count > 1 ? ` (and in ${count - 1} more places)` : "" }));
}

function locationOf(list: readonly Named[], name: string) {
  const first = list.find((one) => one.name === name || one.file === name);
  return first && { file: first.file, line: first.line };
}

function withLoads(
  uses: ShellUses["uses"],
  loads: readonly string[],
  contracts: readonly Contract[],
): ShellUses["uses"] {
  const all = { ...uses };
  for (const [id, remote] of modulesOf(contracts)) {
    if (loads.includes(id) || loads.includes(remote)) all[id] = ["*"];
  }
  return all;
}

function readOf({ loads, without }: ShellRequest, { read, unknown, unresolved, workspace, dynamic }: ShellUses) {
  const open = [...new Set([...without, ...[...unknown, ...unresolved].map((one) => one.name)])].sort();
  const files = [...new Set(dynamic.map((one) => one.file))].sort();
  return {
    files: read,
    ...(open.length > 0 && { unresolved: open }),
    ...(workspace.length > 0 && { workspace }),
    ...(files.length > 0 && loads.length === 0 && { dynamic: files }),
  };
}

function rangesOf({ requires }: ShellRequest, uses: ShellUses["uses"], contracts: readonly Contract[]) {
  const ranges: Record<string, string> = {};
  const remotes = contracts.map((one) => one.remote);
  const used = new Set(Object.keys(uses).map((id) => remoteOf(id, remotes)));
  for (const { remote, version } of contracts) {
    const given = requires.find((one) => one.remote === remote)?.range;
    if (given !== undefined || used.has(remote)) ranges[remote] = given ?? `^${version}`;
  }
  return ranges;
}

/** What was locked before and is not found any more. */
function fewer(shell: string, before: LockedShell | undefined, { uses }: LockedShell): Diagnostic[] {
  const gone = Object.entries(before?.uses ?? {}).flatMap(([id, names]) => {
    const now = uses[id];
    if (!now) return [names.length > 0 ? `${id} (${names.join(", ")})` : id];
    // All of it, as far as anybody knew: now it is known which.
    if (names.includes("*")) return [];
    const less = now.includes("*") ? [] : names.filter((name) => !now.includes(name));
    return less.length > 0 ? [`${id} (${less.join(", ")})`] : [];
  });
  if (gone.length === 0) return [];
  return [diagnostic("contract/uses-removed", `${shell} does not use any more: ${gone.join(", ")}`)];
}

/** `12 files of src`. */
export function filesRead(files: Readonly<Record<string, number>>): string {
  return Object.entries(files)
    .map(([name, count]) => `${count} ${count === 1 ? "file" : "files"} of ${name}`)
    .join(", ");
}

/** What was locked, for people. */
export function describeShell(shell: string, { read, requires, uses }: LockedShell): string {
  const remotes = Object.keys(requires);
  const lines = [`fedseal: ${shell} was read: ${filesRead(read?.files ?? {})}`];
  for (const remote of remotes.sort()) {
    lines.push(`  ${remote} ${requires[remote]}`);
    const own = Object.entries(uses).filter(([id]) => remoteOf(id, remotes) === remote);
    for (const [id, names] of own) lines.push(`    ${id}: ${namesOf(names)}`);
    if (own.length === 0) lines.push("    no module of it was found");
  }
  if (remotes.length === 0) lines.push("  no module of a remote");
  for (const name of read?.unresolved ?? []) lines.push(`  unknown: ${name}`);
  for (const file of read?.dynamic ?? [])
    lines.push(`  unknown: modules that ${file} loads by a name made at run time`);
  return lines.join("\n");
}

/** `*` is everything; no name is an import that takes none. */
export function namesOf(names: readonly string[]): string {
  if (names.length === 0) return "(nothing by name)";
  return names.includes("*") ? "everything" : names.join(", ");
}
