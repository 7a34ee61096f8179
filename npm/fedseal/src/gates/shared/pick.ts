import type { Part, SharedPackage, Strategy } from "./part.js";
import { isLowerOrEqual, satisfies } from "./satisfies.js";

/** Which copy of a package one part of a page runs with. */
export interface Pick {
  /** The part, and how it shares the package. */
  part: Part;
  package: SharedPackage;
  /** The copy that it gets; undefined when it brings none and the page has none that fits. */
  copy: { version: string; of: string } | undefined;
  /** Whether the version is in the part's range. */
  isSatisfied: boolean;
  /** Whether Module Federation throws in place of handing the copy over. */
  isRefused: boolean;
}

/** Module Federation's name for the scope of all that name none. */
const DEFAULT_SCOPE = "default";

/** One version in a share scope of the page. */
interface Entry {
  version: string;
  /** Whose copy it is. */
  of: string;
  /** Whom the runtime notes for it: the part that registered it, and later each that loads it. */
  from: string;
  strategy: Strategy;
  /** The scopes, in the names of whoever loads it, into which loading puts it. */
  scopes: readonly string[];
  isEager: boolean;
  isLoading: boolean;
  isLoaded: boolean;
}

/** Versions of one package in one scope. An object, because its order of keys decides, as it does in the runtime. */
type Versions = Record<string, Entry>;

/**
 * Which copy of the package `name` each part runs with, by the rule of Module Federation's runtime (2.x):
 * `@module-federation/runtime-core`, `utils/share` and `shared/index`. `parts` are the host and then its remotes, in the
 * order in which they load the package; a part that does not share it is passed over.
 *
 * - `version-first`: the host loads all entries first, so that every part has registered its copy before the first pick.
 *   A host that runs the package at startup picks before that.
 * - `loaded-first`: a remote registers its copy when the page loads it.
 *
 * Facts that are unknown count as Module Federation's defaults; the caller says what is unknown.
 */
export function pickCopies(name: string, parts: readonly Part[]): Pick[] {
  const [host] = parts;
  if (!host) return [];
  const page = new Page(name, host);
  const picks: Pick[] = [];
  const pick = (part: Part) => {
    for (const one of packagesOf(part, name)) picks.push(page.pick(part, one));
  };
  page.register(host);
  const [startup, later] = split(packagesOf(host, name));
  for (const one of startup) picks.push(page.pick(host, one));
  if (strategyOf(host) === "version-first") {
    // Loading any package of a scope loads the remotes of that scope.
    const used = new Set(host.packages.flatMap(scopesOf));
    for (const remote of parts.slice(1)) if (used.has(page.scopeFor(remote))) page.register(remote);
  }
  for (const one of later) picks.push(page.pick(host, one));
  for (const remote of parts.slice(1)) {
    page.register(remote);
    pick(remote);
  }
  return picks;
}

/** What runs at startup, and what runs later. */
function split(packages: readonly SharedPackage[]): [SharedPackage[], SharedPackage[]] {
  return [packages.filter(({ atStartup }) => atStartup), packages.filter(({ atStartup }) => !atStartup)];
}

function packagesOf(part: Part, name: string): SharedPackage[] {
  return part.packages.filter((one) => one.name === name);
}

/** Module Federation's default is `version-first`. */
function strategyOf({ strategy }: Part): Strategy {
  return strategy ?? "version-first";
}

class Page {
  readonly #name: string;
  readonly #host: Part;
  readonly #scopes: Record<string, Versions> = {};
  readonly #registered = new Set<Part>();

  constructor(name: string, host: Part) {
    this.#name = name;
    this.#host = host;
  }

  /** The host's scope that a remote gets in the place of its own. */
  scopeFor(remote: Part): string {
    const { remoteScopes } = this.#host;
    return Object.hasOwn(remoteScopes, remote.name) ? (remoteScopes[remote.name] ?? "") : containerScope(this.#host);
  }

  /** A part is initialized once: each of its copies goes into each of its scopes, if it is not already there. */
  register(part: Part): void {
    if (this.#registered.has(part)) return;
    this.#registered.add(part);
    for (const one of packagesOf(part, this.#name)) {
      const { version, provides, eager } = one;
      if (provides === false) continue;
      for (const scope of scopesOf(one)) {
        const versions = this.#versionsOf(part, scope);
        const old = versions[version];
        const entry: Entry = {
          version,
          of: part.name,
          from: part.name,
          strategy: strategyOf(part),
          scopes: part !== this.#host && scope === containerScope(part) ? scopesOf(one) : [scope],
          isEager: eager === true,
          isLoading: false,
          isLoaded: false,
        };
        if (!old || isReplaced(old, part.name)) versions[version] = entry;
      }
    }
  }

  pick(part: Part, one: SharedPackage): Pick {
    const { name: _, requiredVersion, provides, singleton, strictVersion } = one;
    for (const scope of scopesOf(one)) {
      const versions = this.#versionsOf(part, scope);
      const best = provides === false ? highest(versions) : bestOf(versions, strategyOf(part));
      if (best === undefined) continue;
      const entry = singleton || requiredVersion === "*" ? versions[best] : fitting(versions, best, requiredVersion);
      // The first scope that has the package decides, even if none of its versions fits.
      if (!entry) break;
      const isSatisfied = requiredVersion === "*" || satisfies(entry.version, requiredVersion);
      const isRefused = !isSatisfied && strictVersion === true;
      if (!isRefused) this.#load(part, entry);
      return { part, package: one, copy: { version: entry.version, of: entry.of }, isSatisfied, isRefused };
    }
    // Its own copy, past the share scope; only what runs at startup is noted there.
    if (one.atStartup) this.#note(part, one);
    if (provides === false) return { part, package: one, copy: undefined, isSatisfied: false, isRefused: true };
    return {
      part,
      package: one,
      copy: { version: one.version, of: part.name },
      isSatisfied: true,
      isRefused: false,
    };
  }

  /** The runtime notes it in each scope of the copy, as the part that loads it names them. */
  #load(part: Part, entry: Entry): void {
    if (!entry.isLoaded && !entry.isLoading) {
      for (const scope of entry.scopes) {
        const versions = this.#versionsOf(part, scope);
        versions[entry.version] ??= { ...entry, scopes: [scope] };
        const noted = versions[entry.version] as Entry;
        if (!noted.isLoading && !noted.isLoaded) noted.of = entry.of;
        noted.isLoading = true;
        noted.from = part.name;
      }
    }
    entry.isLoaded = true;
  }

  #note(part: Part, one: SharedPackage): void {
    for (const scope of scopesOf(one)) {
      const entry = this.#versionsOf(part, scope)[one.version];
      if (entry) entry.isLoaded = true;
    }
  }

  /** Scopes of the host are the page's; of a remote's own, the one of its container is. */
  #versionsOf(part: Part, scope: string): Versions {
    const shared = part === this.#host ? scope : scope === containerScope(part) ? this.scopeFor(part) : undefined;
    const key = JSON.stringify(shared === undefined ? [part.name, scope] : [shared]);
    this.#scopes[key] ??= {};
    return this.#scopes[key];
  }
}

function scopesOf({ scopes }: SharedPackage): readonly string[] {
  return scopes ?? [DEFAULT_SCOPE];
}

function containerScope({ scope }: Part): string {
  return scope ?? DEFAULT_SCOPE;
}

/** Of two copies of one version the runtime keeps the loaded one, the eager one, or that of the name that sorts last. */
function isReplaced(old: Entry, name: string): boolean {
  return old.strategy !== "loaded-first" && !old.isLoaded && !old.isEager && name > old.from;
}

/** By the strategy of whoever asks. */
function bestOf(versions: Versions, strategy: Strategy): string | undefined {
  if (strategy === "version-first") return highest(versions);
  return reduce(versions, (best, next) => {
    const [isBest, isNext] = [best, next].map((one) => one.isLoaded || one.isLoading);
    if (isBest !== isNext) return isNext === true;
    return isLowerOrEqual(best.version, next.version);
  });
}

/** The highest version, but a loaded one is never left for a version that was registered after it. */
function highest(versions: Versions): string | undefined {
  return reduce(versions, (best, next) => !best.isLoaded && isLowerOrEqual(best.version, next.version));
}

function reduce(versions: Versions, isBetter: (best: Entry, next: Entry) => boolean): string | undefined {
  let found: Entry | undefined;
  for (const next of Object.values(versions)) {
    // "0" is what the runtime calls a copy without a version: anything else is better.
    if (!found || isBetter(found, next) || found.version === "0") found = next;
  }
  return found?.version;
}

/** Of a package that may be there several times: the best version, else the first that was registered and fits. */
function fitting(versions: Versions, best: string, range: string): Entry | undefined {
  const candidates = [versions[best], ...Object.values(versions)];
  return candidates.find((entry) => entry !== undefined && satisfies(entry.version, range));
}
