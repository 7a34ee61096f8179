import type { Diagnostic } from "@fedseal/binding";
import semver from "semver";
import { diagnostic } from "../../diagnostics.js";
import type { Part, SharedPackage } from "./part.js";
import { type Pick, pickCopies } from "./pick.js";
import { commonVersion, isRange } from "./satisfies.js";
import { isStateful, STATEFUL } from "./stateful.js";

/** What the gate can be told. */
export interface SharedOptions {
  /** Packages that keep state, beside those that fedseal knows. */
  stateful?: readonly string[];
  /** Whether another page has the same part, which says there what its manifest lacks. */
  isElsewhere?: boolean;
}

/** What was found, and what could not be decided, with the reason. */
export interface PageOutcome {
  diagnostics: Diagnostic[];
  unchecked: { reason: string }[];
}

/** One package in one part. */
interface Use {
  part: Part;
  package: SharedPackage;
}

/**
 * Checks the shared packages of one page: a host and its remotes, or one part alone. `parts` begin with the host, if there
 * is one.
 */
export function checkPage(parts: readonly Part[], options: SharedOptions = {}): PageOutcome {
  const list = [...STATEFUL, ...(options.stateful ?? [])];
  const names = [...new Set(parts.flatMap(({ packages }) => packages.map(({ name }) => name)))].sort();
  const diagnostics = [...parts.flatMap(checkEager)];
  const unchecked = new Set<string>();
  for (const name of names) {
    const uses = parts.flatMap((part) =>
      part.packages.filter((one) => one.name === name).map((one): Use => ({ part, package: one })),
    );
    const stateful = isStateful(name, list);
    if (stateful) diagnostics.push(...checkSingleton(uses));
    if (parts[0]?.isHost !== true || parts.length === 1) continue;
    const orders = ordersOf(parts).map((order) => ({ first: order[1]?.name, picks: pickCopies(name, order) }));
    const lost = losers(orders);
    diagnostics.push(...checkScopes(uses), ...checkMajors(uses, orders, lost), ...checkPicks(name, uses, lost));
  }
  if (options.isElsewhere) return { diagnostics, unchecked: [] };
  for (const part of parts) if (part.packages.length > 0) noteUnknown(part, parts.length > 1, list, unchecked);
  return { diagnostics, unchecked: [...unchecked].map((reason) => ({ reason })) };
}

/** Remotes of which no host is known: whether a page may load them together, whatever else is on it. */
export function checkTogether(parts: readonly Part[]): PageOutcome {
  const names = [...new Set(parts.flatMap(({ packages }) => packages.map(({ name }) => name)))].sort();
  const diagnostics = names.flatMap((name): Diagnostic[] => {
    const uses = parts.flatMap((part) =>
      part.packages
        .filter((one) => one.name === name && one.singleton && isRange(one.requiredVersion))
        .map((one): Use => ({ part, package: one })),
    );
    const [first] = uses;
    if (!first || commonVersion(uses.map(({ package: { requiredVersion } }) => requiredVersion)) !== undefined)
      return [];
    const wishes = uses.map((use) => `${use.part.name} needs ${shownRange(use.package.requiredVersion)}`);
    const message = `no version of the singleton ${name} satisfies all remotes: ${wishes.join(", ")}; one of them gets another version on a page that loads them all`;
    return [{ ...diagnostic("shared/no-common-version", message, at(first)), severity: "warning" }];
  });
  return { diagnostics, unchecked: [] };
}

/** Facts without which a rule cannot say yes or no. */
function noteUnknown(part: Part, hasPage: boolean, stateful: readonly string[], unchecked: Set<string>): void {
  const first = part.packages.find((one) => one.eager === undefined);
  const missing = [
    ...(first ? ["`eager`"] : []),
    ...(part.packages.some(({ name, singleton }) => singleton === undefined && (hasPage || isStateful(name, stateful)))
      ? ["`singleton`"]
      : []),
    ...(hasPage && part.strategy === undefined ? ["`shareStrategy`"] : []),
    ...(hasPage && (part.scope === undefined || part.packages.some(({ scopes }) => scopes === undefined))
      ? ["`shareScope`"]
      : []),
    ...(hasPage && part.packages.some(({ strictVersion }) => strictVersion === undefined) ? ["`strictVersion`"] : []),
  ];
  if (missing.length === 0) return;
  unchecked.add(
    `${part.file} does not record ${missing.join(", ")} of its shared packages; state them in \`shared.facts.${part.name}\` of the configuration, or build ${part.name} with the plugin of fedseal`,
  );
}

function checkSingleton(uses: readonly Use[]): Diagnostic[] {
  return uses.flatMap(({ part, package: one }): Diagnostic[] => {
    if (one.singleton !== false) return [];
    const message = `${part.name} shares ${one.name} without \`singleton\``;
    return [diagnostic("shared/singleton-missing", message, at({ part, package: one }))];
  });
}

function checkEager(part: Part): Diagnostic[] {
  return part.packages.flatMap((one): Diagnostic[] => {
    const place = at({ part, package: one });
    if (one.atStartup && one.eager === false) {
      const message = `${part.name} runs ${one.name} at startup, and does not share it as \`eager\``;
      const found = diagnostic("shared/eager-missing", message, place);
      return [part.isRemote ? { ...found, severity: "warning" } : found];
    }
    // A part that is both may start as a host, which needs its copy at once.
    if (one.eager && part.isRemote && !part.isHost && one.provides !== false) {
      return [diagnostic("shared/eager-on-remote", `${part.name} shares ${one.name} as \`eager\``, place)];
    }
    return [];
  });
}

function checkScopes(uses: readonly Use[]): Diagnostic[] {
  const singletons = uses.filter(({ package: { singleton, scopes } }) => singleton && scopes !== undefined);
  const host = singletons.find(({ part }) => part.isHost);
  if (!host) return [];
  return singletons.flatMap((use): Diagnostic[] => {
    if (use === host) return [];
    const seen = scopesOnPage(use, host.part);
    const shared = host.package.scopes ?? [];
    if (seen.some((scope) => shared.includes(scope))) return [];
    const message = `${host.part.name} shares ${use.package.name} in the share scope ${listed(shared)}, and ${use.part.name} in ${listed(use.package.scopes ?? [])}, which ${host.part.name} does not give it`;
    return [diagnostic("shared/singleton-in-several-scopes", message, at(use))];
  });
}

/** The host's names of the scopes of a remote; its own ones, apart from that of its container, are not on the page. */
function scopesOnPage({ part, package: { scopes = [] } }: Use, host: Part): string[] {
  const given = host.remoteScopes[part.name] ?? host.scope ?? "default";
  return scopes.includes(part.scope ?? "default") ? [given] : [];
}

/** A part that accepts the major version of another one, and gets it, needs no finding. */
function checkMajors(uses: readonly Use[], orders: readonly Order[], lost: readonly Loss[]): Diagnostic[] {
  const running = orders.map(
    ({ picks }) => new Set(picks.map(({ copy }) => copy && semver.parse(copy.version)?.major)),
  );
  if (lost.length === 0 && running.every(({ size }) => size < 2)) return [];
  const byMajor = new Map<number, Use[]>();
  for (const use of uses) {
    const version = use.package.provides === false ? null : semver.parse(use.package.version);
    if (version) byMajor.set(version.major, [...(byMajor.get(version.major) ?? []), use]);
  }
  if (byMajor.size < 2) return [];
  const highest = Math.max(...byMajor.keys());
  // At a part that lags behind: it is the one to update.
  const lagging = [...byMajor].sort(([a], [b]) => a - b).flatMap(([major, all]) => (major < highest ? all : []));
  const [first] = lagging as [Use, ...Use[]];
  const copies = uses.filter(({ package: { provides } }) => provides !== false).map(copyOf);
  const message = `${first.package.name} is on the page in ${byMajor.size} major versions: ${copies.join(", ")}`;
  return [diagnostic("shared/several-majors", message, at(first))];
}

/** What the runtime picks, and for whom that is wrong. */
function checkPicks(name: string, uses: readonly Use[], lost: readonly Loss[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const missing = new Set<Part>();
  for (const { pick } of lost) {
    if (pick.copy || missing.has(pick.part)) continue;
    missing.add(pick.part);
    const provided = uses.filter(({ package: { provides } }) => provides !== false).map(copyOf);
    const there = provided.length > 0 ? `the page has ${provided.join(", ")}` : "no part of the page provides it";
    const wanted = shownRange(pick.package.requiredVersion);
    const message = `${pick.part.name} needs ${name} ${wanted} from the page (\`import: false\`), and ${there}`;
    found.push(diagnostic("shared/no-provider", message, at(pick)));
  }
  const wrong = lost.filter(({ pick }) => pick.copy);
  if (wrong.length === 0) return found;
  const singletons = uses.filter(({ package: { singleton } }) => singleton);
  const ranges = singletons.map(({ package: { requiredVersion } }) => requiredVersion);
  const [first] = wrong as [Loss, ...Loss[]];
  if (singletons.length > 1 && ranges.every(isRange) && commonVersion(ranges) === undefined) {
    const wishes = singletons.map((use) => `${use.part.name} needs ${shownRange(use.package.requiredVersion)}`);
    const message = `no version of the singleton ${name} satisfies all parts: ${wishes.join(", ")}; ${outcomeOf(first)}`;
    found.push(diagnostic("shared/no-common-version", message, at(first.pick)));
  } else {
    for (const loss of wrong) {
      const { pick } = loss;
      const why = isRange(pick.package.requiredVersion)
        ? ""
        : `; Module Federation cannot read ${JSON.stringify(pick.package.requiredVersion)} as a range, so no version satisfies it`;
      const message = `${pick.part.name} needs ${name} ${shownRange(pick.package.requiredVersion)}, but ${outcomeOf(loss, "it")}${why}`;
      const unsatisfied = diagnostic("shared/unsatisfied-version", message, at(pick));
      found.push(pick.isRefused ? { ...unsatisfied, severity: "error" } : unsatisfied);
    }
  }
  const silent = wrong.filter(({ pick: { package: one } }) => one.singleton && one.strictVersion === false);
  const [quiet] = silent;
  if (quiet) {
    const whose = [...new Set(silent.map(({ pick }) => pick.part.name))].join(", ");
    const message = `the singleton ${name} has no \`strictVersion\` in ${whose}, so that only the console reports the wrong version`;
    found.push(diagnostic("shared/singleton-without-strict-version", message, at(quiet.pick)));
  }
  return found;
}

/** A part that gets a copy outside of its range, or none, and after whom it loads. */
interface Loss {
  pick: Pick;
  /** The remote that loads before it in this order, where the order decides. */
  after: string | undefined;
}

/** The page with another remote first. */
interface Order {
  /** The remote that loads first. */
  first: string | undefined;
  picks: Pick[];
}

/** Which copy wins may depend on the order in which the page loads its remotes: each one is the first once. */
function ordersOf([host, ...remotes]: readonly Part[]): Part[][] {
  return host ? remotes.map((first) => [host, first, ...remotes.filter((one) => one !== first)]) : [];
}

/** Each part that loses is listed once, with its first loss. */
function losers(orders: readonly Order[]): Loss[] {
  const found = new Map<string, Loss & { count: number }>();
  for (const { first, picks } of orders) {
    for (const pick of picks) {
      if (pick.isSatisfied && pick.copy) continue;
      const key = `${pick.part.name}\0${pick.package.pointer}`;
      const old = found.get(key);
      if (old) old.count += 1;
      else found.set(key, { pick, after: first, count: 1 });
    }
  }
  return [...found.values()].map(({ pick, after, count }) => ({
    pick,
    after: count < orders.length && after !== pick.part.name ? after : undefined,
  }));
}

function outcomeOf({ pick: { copy, part, isRefused }, after }: Loss, who = part.name): string {
  const whose = copy?.of === part.name ? "its own copy" : `the copy of ${copy?.of}`;
  const offered = copy?.version || "a copy without a version";
  const order = after === undefined ? "" : ` when ${after} loads first`;
  return isRefused
    ? `${who} is offered ${offered}, ${whose}${order}, and Module Federation refuses it (\`strictVersion\`)`
    : `${who} gets ${offered}, ${whose}${order}`;
}

function copyOf({ part, package: { version } }: Use): string {
  return `${version || "a copy without a version"} from ${part.name}`;
}

function shownRange(range: string): string {
  return range === "*" ? "in any version" : range;
}

function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(" and ");
}

function at({ part, package: { pointer } }: Use): { file: string; pointer: string } {
  return { file: part.file, pointer };
}
