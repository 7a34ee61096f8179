import type { HttpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { type FileFinding, Findings, judgeMissing, judgePrevious, judgeServed } from "./judge-served.js";
import { probe, probeMissing, probePrevious, randomNames, type Served } from "./probe.js";
import { type FileRole, filesOf, type RoleFacts, roleOf, sameSeal } from "./roles.js";
import { baseOfManifest, readSealed, type SealedManifest, UnusableManifest, urlOf } from "./sealed.js";
import type { CacheSettings } from "./settings.js";

/** A release on a server. */
export interface Live {
  /** The URL that the output folder is served from, with `/` at its end. */
  base: string;
  /** The URL of the manifest, which `publicPath` may put somewhere else than the files. Default: below `base`. */
  manifestUrl?: string;
  facts: RoleFacts;
  /** The bytes of the manifest. */
  manifest: Uint8Array;
  /** Seals of files that the manifest does not name: itself, pages. */
  seals: ReadonlyMap<string, string>;
  settings: CacheSettings;
  /** Whether files of the release before should be there. */
  keepsPrevious: boolean;
  /** Gets each answer, with the role of the file. */
  observe?: (served: Served, role: FileRole) => void;
}

/** The longest time for all files, in times of the longest one for a file. */
const MOST_TIMES = 20;

/** Files that may fail before the server counts as unreachable, so that a slow one does not hold up a pipeline. */
const MOST_FAILURES = 5;

/** Asks for every file of a release, for files that do not exist, and for those of the release before. */
export async function checkLive(http: HttpClient, live: Live): Promise<FileFinding[]> {
  const { base, facts, settings } = live;
  const found: FileFinding[] = [];
  const budget: Budget = { failures: 0, end: performance.now() + MOST_TIMES * http.limits.timeout, isLate: false };
  const seal = (file: string) => facts.sealed.closure.get(file) ?? live.seals.get(file);
  const files = filesOf(facts);
  // The manifest first: a server that has another release answers nothing about this one.
  const own = await probe(http, { ...question(facts.sealed.file), revalidates: true });
  const ownRole = roleOf(facts.sealed.file, undefined, facts);
  live.observe?.(own, ownRole);
  found.push(...judgeServed(own, ownRole, settings));
  if (own.failure !== undefined || own.plain?.isSealed === false || own.plain?.status !== 200) {
    const rest = new Findings("the other files", base);
    const help = "Deploy the folder that is checked, or check the URL of the manifest that is deployed.";
    rest.add("serve/not-checked", "not requested: the server has no manifest, or that of another release", help);
    return [...found, ...rest.all];
  }
  const served = await each(http, files.slice(1), budget, async (file) => {
    const likely = roleOf(file, undefined, facts).role !== "hashed";
    const one = await probe(http, { ...question(file), revalidates: likely });
    if (one.failure !== undefined) budget.failures += 1;
    const role = roleOf(file, one.nameHash, facts);
    live.observe?.(one, role);
    return judgeServed(one, role, settings);
  });
  const missing = await each(http, randomNames(live.manifest, files), budget, async (file) =>
    judgeMissing(await probeMissing(http, file, base), settings),
  );
  const before = live.keepsPrevious ? previousFiles(facts) : [];
  const kept = await each(http, before, budget, async ([file, seal]) =>
    judgePrevious(await probePrevious(http, { file, base, seal, revalidates: false })),
  );
  found.push(...served, ...missing, ...kept);
  if (budget.failures >= MOST_FAILURES || budget.isLate) {
    const after = budget.isLate ? `${MOST_TIMES * http.limits.timeout} ms` : `${MOST_FAILURES} failures`;
    const rest = new Findings("the other files", base);
    rest.add("serve/unreachable", `not requested after ${after}`);
    found.push(...rest.all);
  }
  return found;

  function question(file: string) {
    const known = seal(file);
    const { shells } = settings;
    const url = file === facts.sealed.file ? live.manifestUrl : undefined;
    return { file, base, ...(url && { url }), ...(known !== undefined && { seal: known }), ...(shells && { shells }) };
  }
}

/** Files of the release before that this one replaces or lacks. Entries are meant to be replaced. */
function previousFiles({ sealed, previous, entries }: RoleFacts): [string, string][] {
  const replaced = new Set([sealed.file, ...sealed.remoteEntries, ...entries, ...(previous?.remoteEntries ?? [])]);
  return [...(previous?.closure ?? [])].filter(([file, seal]) => {
    const now = sealed.closure.get(file);
    if (now === undefined) return !replaced.has(file);
    // Data under a fixed name, such as a contract, is replaced by design, and no open page loads it as code.
    return !replaced.has(file) && !file.endsWith(".json") && !sameSeal(now, seal);
  });
}

/** How much a server may cost. */
interface Budget {
  failures: number;
  /** As `performance.now()`. */
  end: number;
  isLate: boolean;
}

/** Runs a question for each item, as many at a time as the client allows, until too many failed. Keeps the order. */
async function each<T>(
  http: HttpClient,
  items: readonly T[],
  budget: Budget,
  work: (item: T) => Promise<FileFinding[]>,
): Promise<FileFinding[]> {
  const results: FileFinding[][] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && budget.failures < MOST_FAILURES && !budget.isLate) {
      budget.isLate = performance.now() > budget.end;
      if (budget.isLate) break;
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, http.limits.concurrency) }, worker));
  return results.flat();
}

/**
 * Fetches a manifest and reads it.
 *
 * @throws UnusableManifest
 */
export async function fetchSealed(
  http: HttpClient,
  url: string,
): Promise<{ bytes: Buffer; base: string; sealed: SealedManifest }> {
  let response: Awaited<ReturnType<HttpClient["request"]>>;
  try {
    response = await http.request(url, { headers: { accept: "application/json, */*" } });
  } catch (thrown) {
    if (!(thrown instanceof HttpError)) throw thrown;
    throw new UnusableManifest(`it cannot be fetched: ${thrown.message} (${thrown.code})`);
  }
  if (response.status !== 200) throw new UnusableManifest(`the server answers ${response.status}`);
  const sealed = readSealed(response.body, nameOf(url));
  return { bytes: response.body, sealed, base: baseOfManifest(sealed, response.url) };
}

/** The name of the file of a URL, for messages. */
function nameOf(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || "the manifest";
  } catch (thrown) {
    if (!(thrown instanceof URIError)) throw thrown;
    return last;
  }
}

/**
 * A folder URL, with `/` at its end.
 *
 * @throws UnusableManifest where it is not a URL of http or https
 */
export function folderUrl(origin: string): string {
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) {
    throw new UnusableManifest(`\`cache.origin\` is ${JSON.stringify(origin)}, which is not a URL of http or https`);
  }
  return urlOf("", origin.endsWith("/") ? origin : `${origin}/`);
}
