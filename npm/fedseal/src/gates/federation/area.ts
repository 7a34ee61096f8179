import { join, posix, sep } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import { readRegularFile, regularFilesIn } from "../../regular-files.js";
import { type FoundManifest, findManifests } from "../find-manifests.js";
import { digestsOf } from "./digests.js";
import { checkPublicPath, type Served } from "./public-path.js";
import { checkPrecache } from "./service-worker.js";
import { checkStrategy } from "./strategy.js";

/** Mistakes with Module Federation that an output folder, or a manifest on a server, shows. */
export const federation: Area = {
  name: "federation",
  async run({ targets, http }: CheckContext): Promise<AreaOutcome | undefined> {
    const { manifests, unread } = await findManifests(targets, http);
    if (manifests.length === 0 && unread.length === 0) return undefined;
    const diagnostics: Diagnostic[] = [];
    const unchecked = unread.map((reason) => ({ reason }));
    for (const one of manifests) {
      diagnostics.push(...checkPublicPath(one.value, one.file, servedOf(one, manifests)));
      diagnostics.push(...startOf(one));
      if (one.target?.kind !== "folder") continue;
      const { found, problem } = await checkWorkers(one, one.target.path, one.target.name);
      diagnostics.push(...found);
      if (problem !== undefined) unchecked.push({ reason: problem });
    }
    return { diagnostics, unchecked };
  },
};

/** Known where the manifest and its hosts are URLs. */
function servedOf(one: FoundManifest, all: readonly FoundManifest[]): Served | undefined {
  if (one.url === undefined) return undefined;
  const hosts = all
    .filter((other) => other !== one && other.url !== undefined && isHostOf(other.value, one.value))
    .map((other) => new URL(other.url as string).origin);
  return { origin: new URL(one.url).origin, hosts: [...new Set(hosts)].sort() };
}

/** Only a manifest that was sealed by the build says how the host starts. */
function startOf({ value, file }: FoundManifest): Diagnostic[] {
  const { sharing } = (value ?? {}) as { sharing?: { strategy?: unknown; handlesFailedRemotes?: unknown } };
  if (typeof sharing !== "object" || sharing === null) return [];
  const handlesFailedRemotes = sharing.handlesFailedRemotes === true;
  return checkStrategy(value, file, { strategy: sharing.strategy, handlesFailedRemotes });
}

function isHostOf(host: unknown, remote: unknown): boolean {
  const { remotes } = (host ?? {}) as { remotes?: unknown };
  const { name } = (remote ?? {}) as { name?: unknown };
  if (!Array.isArray(remotes)) return false;
  return remotes.some((item) => item?.federationContainerName === name || item?.alias === name);
}

/** Looks for precache lists in all scripts of the folder: a service worker may have any name, and import its list. */
async function checkWorkers(
  { bytes, name }: FoundManifest,
  folder: string,
  shown: string,
): Promise<{ found: Diagnostic[]; problem?: string }> {
  const found: Diagnostic[] = [];
  const digests = digestsOf(bytes);
  try {
    const names = (await regularFilesIn(folder)).filter((file) => /\.(?:m|c)?js$/.test(file));
    for (const file of names) {
      // Not by promises, and as bytes first: of thousands of chunks, hardly one names the manifest.
      const script = readRegularFile(join(folder, file));
      if (!script.includes(posix.basename(name))) continue;
      const place = posix.join(shown.split(sep).join("/"), file);
      found.push(...checkPrecache(file, script.toString("utf8"), name, digests, place));
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? error.message;
    return {
      found,
      problem: `the scripts of ${shown} cannot be read (${code}), so that service workers were not looked for`,
    };
  }
  return { found };
}
