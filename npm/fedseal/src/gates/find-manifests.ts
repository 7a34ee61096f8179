import { join, posix, sep } from "node:path";
import type { CheckContext, Target } from "../check/area.js";
import { readRegularFile, regularFilesIn } from "../regular-files.js";

/** The client of the command, as far as it is needed here. */
type Http = Pick<CheckContext["http"], "request">;

/** A manifest of a target. */
export interface FoundManifest {
  target: Target | undefined;
  /** For locations: relative to the current folder, or its URL. */
  file: string;
  /** Its name in the output folder of the target. */
  name: string;
  /** Where a server serves it. */
  url?: string;
  bytes: Buffer;
  value: unknown;
}

const DEFAULT = "mf-manifest.json";

/** The manifests of all targets. What cannot be read is a reason, not a manifest. */
export async function findManifests(
  targets: readonly Target[],
  http: Http,
): Promise<{ manifests: FoundManifest[]; unread: string[] }> {
  const manifests: FoundManifest[] = [];
  const unread: string[] = [];
  for (const target of targets) {
    for (const one of await manifestsOf(target, http)) {
      if (typeof one === "string") unread.push(one);
      else manifests.push(one);
    }
  }
  return { manifests, unread };
}

/** The manifest behind a URL, or why there is none. */
export async function fetchManifest(url: string, http: Http, target?: Target): Promise<FoundManifest | string> {
  let answer: Awaited<ReturnType<Http["request"]>>;
  try {
    answer = await http.request(url);
  } catch (error) {
    if (error instanceof Error) return `${url} cannot be loaded: ${error.message}`;
    throw error;
  }
  if (answer.status !== 200) return `${url} cannot be loaded: the server answers ${answer.status}`;
  const name = posix.basename(new URL(url).pathname);
  return parsed(answer.body, { target, file: url, name, url: answer.url });
}

async function manifestsOf(target: Target, http: Http): Promise<(FoundManifest | string)[]> {
  if (target.kind === "url") return [await fetchManifest(target.url, http, target)];
  let names: string[];
  try {
    names = target.manifest === undefined ? await namesIn(target.path) : [target.manifest];
  } catch (error) {
    return [unreadable(target.name, error)];
  }
  if (names.length === 0) return [`${target.name} has no ${DEFAULT}`];
  return names.map((name) => {
    const file = posix.join(target.name.split(sep).join("/"), name);
    try {
      return parsed(readRegularFile(join(target.path, name)), { target, file, name });
    } catch (error) {
      return unreadable(file, error);
    }
  });
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await regularFilesIn(folder);
  return names.filter((name) => posix.basename(name) === DEFAULT && !name.split("/").includes("node_modules"));
}

function parsed(bytes: Buffer, place: Omit<FoundManifest, "bytes" | "value">): FoundManifest | string {
  try {
    return { ...place, bytes, value: JSON.parse(bytes.toString()) };
  } catch (error) {
    if (error instanceof SyntaxError) return `${place.file} is not JSON: ${error.message}`;
    throw error;
  }
}

function unreadable(name: string, error: unknown): string {
  if (!(error instanceof Error)) throw error;
  // The message of the system holds the absolute path.
  const code = (error as NodeJS.ErrnoException).code;
  return `${name} cannot be read: ${code === "ENOENT" ? "it does not exist" : (code ?? error.message)}`;
}
