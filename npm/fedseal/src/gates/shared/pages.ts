import type { CheckContext } from "../../check/area.js";
import { type FoundManifest, fetchManifest, findManifests } from "../find-manifests.js";
import { type Part, withFacts } from "./part.js";
import { readPart } from "./read-part.js";

/** The pages of a check: a host and its remotes each, or a remote alone. Several targets of one name are on a page each. */
export interface Pages {
  pages: Part[][];
  /** What is not known of them. */
  unchecked: string[];
}

/** Reads the parts among the targets, and the remotes that a host names and that are no targets. */
export async function findPages({
  targets,
  config,
  http,
}: Pick<CheckContext, "targets" | "config" | "http">): Promise<Pages> {
  const { manifests, unread } = await findManifests(targets, http);
  const unchecked = new Set(unread);
  const { facts = {} } = config.shared ?? {};
  const read = (found: FoundManifest): Part[] => {
    const part = readPart(found.value, found.file);
    if (typeof part !== "string") {
      return [withFacts(part, Object.hasOwn(facts, part.name) ? (facts[part.name] ?? {}) : {})];
    }
    unchecked.add(`${found.file} is not a manifest of Module Federation: ${part}`);
    return [];
  };
  const parts = new Map(manifests.flatMap((found) => read(found).map((part) => [part, found.value] as const)));
  const pages: Part[][] = [];
  for (const [host, manifest] of parts) {
    /** For each remote, the targets that may be it: a new build of it, and what its server serves now. */
    const remotes: Part[][] = [];
    for (const remote of host.isHost ? remotesOf(manifest) : []) {
      const candidates = [...parts.keys()].filter((one) => one.isRemote && remote.names.includes(one.name));
      if (candidates.length > 0) {
        remotes.push(candidates);
        continue;
      }
      const fetched = remote.url === undefined ? remote.problem : await fetchManifest(remote.url, http);
      if (typeof fetched !== "string") remotes.push(read(fetched));
      else {
        unchecked.add(
          `the shared packages of ${remote.names[0]}, a remote of ${host.name}, are not known: ${fetched}; add its output folder or the URL of its manifest to the targets`,
        );
      }
    }
    pages.push(...variantsOf(remotes).map((page) => [host, ...page]));
  }
  return { pages, unchecked: [...unchecked] };
}

/** The first of each, and each of the others once in the place of the first of its kind. */
export function variantsOf(remotes: readonly (readonly Part[])[]): Part[][] {
  const usual = remotes.flatMap(([first]) => (first ? [first] : []));
  const others = remotes.flatMap(([first, ...more]) =>
    more.map((other) => usual.map((one) => (one === first ? other : one))),
  );
  return [usual, ...others];
}

/** A remote that a host names. */
interface NamedRemote {
  /** Its container, and the host's name for it. */
  names: string[];
  url?: string;
  /** Why there is no URL of a manifest. */
  problem: string;
}

function remotesOf(manifest: unknown): NamedRemote[] {
  const { remotes } = manifest as { remotes?: unknown[] };
  const found = new Map<string, NamedRemote>();
  for (const item of remotes ?? []) {
    const { federationContainerName, alias, entry } = (item ?? {}) as Record<string, unknown>;
    const names = [federationContainerName, alias].filter(
      (name): name is string => typeof name === "string" && name !== "*",
    );
    if (names.length === 0) continue;
    const isManifest = typeof entry === "string" && URL.canParse(entry) && new URL(entry).pathname.endsWith(".json");
    found.set(names.join("\0"), {
      names,
      ...(isManifest && { url: entry }),
      problem:
        typeof entry === "string" && entry !== "*"
          ? `the host names ${entry}, which is no manifest`
          : "the host names no address",
    });
  }
  return [...found.values()];
}
