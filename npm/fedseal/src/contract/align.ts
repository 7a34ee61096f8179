import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import type { Side } from "./compare/side.js";
import type { Origin } from "./source-place/origin.js";

/** One of the two things to compare, or why it cannot be. */
export type SideRead =
  | {
      side: Side;
      diagnostics: Diagnostic[];
      /** Where its declarations come from. */
      origin: Origin;
      /** Whose contract it is. */
      remote?: string;
      /** Whether exposes are called `shop/Button`. */
      joined?: boolean;
      /** Exposes that are no modules: what they say, and why nothing can be said about what importers get. */
      scripts?: ReadonlyMap<string, { text: string; reason: string }>;
      /** Of an npm package: the same with subpaths that are not among its exposes, as far as they can be imported. */
      withSubpaths?: (subpaths: readonly string[]) => SideRead;
    }
  | { side?: undefined; diagnostics: Diagnostic[] };

/** Files that are not on disk live here; no project has such a folder. */
export const VIRTUAL = "/.fedseal-contract";

/** Both sides, with the same names for the same. */
export function aligned(one: SideRead, other: SideRead): [SideRead, SideRead] {
  if (!one.side || !other.side) return [one, other];
  if (one.joined && other.remote !== undefined) return [only(one, other.remote), other];
  if (other.joined && one.remote !== undefined) return [one, only(other, one.remote)];
  return withScripts(withSubpathsOf(one, other), withSubpathsOf(other, one));
}

/** A subpath that one version lists may be one of the other, too: under a pattern, or without any `exports`. */
function withSubpathsOf(read: SideRead, other: SideRead): SideRead {
  if (!read.side || !read.withSubpaths) return read;
  const known = new Set(namesOf(read));
  const missing = namesOf(other).filter((subpath) => !known.has(subpath));
  return missing.length > 0 ? read.withSubpaths(missing) : read;
}

function namesOf(read: SideRead): string[] {
  return read.side ? [...read.side.exposes.keys(), ...(read.scripts?.keys() ?? [])] : [];
}

/** Scripts have no exports to compare: the same text is the same, one that came or went is that, the rest is not decided. */
function withScripts(one: SideRead, other: SideRead): [SideRead, SideRead] {
  if (!one.side || !other.side) return [one, other];
  const exposes: [Map<string, string>, Map<string, string>] = [new Map(one.side.exposes), new Map(other.side.exposes)];
  const diagnostics: Diagnostic[] = [];
  for (const key of new Set([...(one.scripts?.keys() ?? []), ...(other.scripts?.keys() ?? [])])) {
    const [old, now] = [one.scripts?.get(key), other.scripts?.get(key)];
    if (!old && !exposes[0].has(key)) exposes[1].set(key, emptyModule(other.side));
    else if (!now && !exposes[1].has(key)) exposes[0].set(key, emptyModule(one.side));
    else if (!old || !now || old.text !== now.text) {
      const message = `${key} is not compared: ${(now ?? old)?.reason}`;
      const help = "Give declarations that are a module (with `import` or `export`), or compare the files yourself.";
      diagnostics.push(diagnostic("contract/not-compared", message, undefined, help));
      for (const all of exposes) all.delete(key);
    }
  }
  const done = <T extends SideRead & { side: Side }>(read: T, of: Map<string, string>): T => ({
    ...read,
    side: { ...read.side, exposes: of, files: new Map([...read.side.files, [emptyModule(read.side), "export {};\n"]]) },
  });
  const [before, after] = [done(one, exposes[0]), done(other, exposes[1])];
  return [before, { ...after, diagnostics: [...after.diagnostics, ...diagnostics] }];
}

function emptyModule({ root }: Side): string {
  return `${root}/.script.d.ts`;
}

function only(read: Extract<SideRead, { side: Side }>, remote: string): SideRead {
  const { side } = read;
  const prefix = `${remote}/`;
  const exposes = [...side.exposes].filter(([id]) => id.startsWith(prefix));
  const own = exposes.map(([id, path]) => [`./${id.slice(prefix.length)}`, path] as const);
  return { ...read, side: { ...side, exposes: new Map(own) } };
}
