import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, namedFiles, writeFile } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { HttpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";

/** The name of the manifest in a mirror. */
export const MIRRORED = "mf-manifest.json";

/** What of a manifest's files a server serves now. */
export interface Mirror {
  /** URLs by file. */
  urls: Map<string, string>;
  /** Files that the server does not have, with the status of its answer. */
  absent: Map<string, number>;
  /** What could not be fetched. */
  diagnostics: Diagnostic[];
  /** Files that an earlier, interrupted run had fetched. */
  resumed: number;
}

/** Called after each file. */
export type Advance = (done: number, total: number) => void;

interface State {
  url: string;
  /** SHA-256 of the manifest in hex. */
  manifest: string;
  /** File → SHA-256 in hex of what was fetched. */
  fetched: Record<string, string>;
}

const STATE = "fedseal-mirror.json";
/** The state is written after so many files: a killed run loses no more. */
const STEP = 50;

/**
 * Fetches what a manifest URL serves now, and every file that the manifest names, into a folder. A folder that holds the state
 * of an interrupted run over the same manifest is taken up again: what was fetched is not fetched twice.
 */
export async function mirror(
  url: string,
  into: string,
  http: HttpClient,
  advance: Advance = () => {},
): Promise<Mirror> {
  const result: Mirror = { urls: new Map(), absent: new Map(), diagnostics: [], resumed: 0 };
  const fail = (diagnostics: Diagnostic[]): Mirror => ({ ...result, diagnostics });
  const fetched = await fetchManifest(url, http);
  if ("diagnostics" in fetched) return fail(fetched.diagnostics);
  const { bytes, at } = fetched;
  const { files, publicPath, diagnostics } = namedFiles(bytes, MIRRORED);
  if (diagnostics.length > 0) return fail(diagnostics.map((one) => atUrl(one, url)));
  const base = baseOf(publicPath, at);
  if (base === undefined) {
    const message = `\`publicPath\` is ${JSON.stringify(publicPath)}, which gives no address of the files`;
    return fail([diagnostic("serve/unreachable", message, { file: url, pointer: "/metaData/publicPath" })]);
  }
  mkdirSync(into, { recursive: true });
  const hash = sha256(bytes);
  const state = stateIn(into, at, hash);
  const unwritten = writeFile(join(into, MIRRORED), bytes);
  if (unwritten) return fail([unwritten]);
  const names = files.filter((name) => name !== MIRRORED);
  let done = 0;
  const save = () => writeFile(join(into, STATE), Buffer.from(`${JSON.stringify(state, null, 2)}\n`));
  await Promise.all(
    names.map(async (name) => {
      const target = new URL(name.split("/").map(encodeURIComponent).join("/"), base).href;
      result.urls.set(name, target);
      if (isFetched(into, name, state)) result.resumed += 1;
      else await fetchFile(name, target, into, http, result, state);
      done += 1;
      advance(done, names.length);
      if (done % STEP === 0) save();
    }),
  );
  const unsaved = save();
  if (unsaved) result.diagnostics.push(unsaved);
  const order = new Map(names.map((name, index) => [result.urls.get(name), index]));
  result.diagnostics.sort(
    (one, other) => (order.get(one.location?.file) ?? 0) - (order.get(other.location?.file) ?? 0),
  );
  return result;
}

async function fetchManifest(
  url: string,
  http: HttpClient,
): Promise<{ bytes: Buffer; at: string } | { diagnostics: Diagnostic[] }> {
  try {
    const { status, body, url: at } = await http.request(url);
    if (status === 200) return { bytes: body, at };
    return { diagnostics: [diagnostic("serve/unreachable", `the server answers ${status} for ${url}`, { file: url })] };
  } catch (error) {
    return { diagnostics: [unreachable(error, url)] };
  }
}

async function fetchFile(
  name: string,
  url: string,
  into: string,
  http: HttpClient,
  result: Mirror,
  state: State,
): Promise<void> {
  try {
    const { status, body } = await http.request(url);
    if (status === 200) {
      const path = join(into, name);
      mkdirSync(dirname(path), { recursive: true });
      const failed = writeFile(path, body);
      if (failed) result.diagnostics.push(failed);
      else state.fetched[name] = sha256(body);
    } else if (status === 404 || status === 410) result.absent.set(name, status);
    else {
      const message = `the server answers ${status} for ${url}`;
      result.diagnostics.push(diagnostic("serve/unreachable", message, { file: url }));
    }
  } catch (error) {
    result.diagnostics.push(unreachable(error, url));
  }
}

/** A request that came to nothing, as a finding. */
export function unreachable(error: unknown, url: string): Diagnostic {
  if (!(error instanceof HttpError)) throw error;
  return diagnostic("serve/unreachable", `${url} could not be fetched: ${error.message} (${error.code})`, {
    file: url,
  });
}

/** A finding about a mirrored manifest, located at its URL. */
export function atUrl(one: Diagnostic, url: string): Diagnostic {
  return { ...one, ...(one.location && { location: { ...one.location, file: url } }) };
}

/** As Module Federation does it: `auto` is the folder of the manifest, else the public path as it stands there. */
function baseOf(publicPath: string | undefined, manifest: string): string | undefined {
  const path = publicPath === undefined || publicPath === "auto" || publicPath === "" ? "." : publicPath;
  if (!URL.canParse(path, manifest)) return undefined;
  const { href, protocol } = new URL(path, manifest);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  return href.endsWith("/") ? href : `${href}/`;
}

function stateIn(into: string, url: string, manifest: string): State {
  const fresh: State = { url, manifest, fetched: {} };
  const path = join(into, STATE);
  if (!existsSync(path)) return fresh;
  try {
    const state = JSON.parse(readFileSync(path, "utf8")) as Partial<State> | null;
    const isSame = state?.url === url && state.manifest === manifest && typeof state.fetched === "object";
    return isSame ? { ...fresh, fetched: { ...state.fetched } } : fresh;
  } catch (error) {
    // A state that was cut off says nothing; everything is fetched again.
    if (error instanceof SyntaxError) return fresh;
    throw error;
  }
}

/** Whether a file was fetched before and still is as it was. */
function isFetched(into: string, name: string, { fetched }: State): boolean {
  const path = join(into, name);
  return Object.hasOwn(fetched, name) && existsSync(path) && sha256(readFileSync(path)) === fetched[name];
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
