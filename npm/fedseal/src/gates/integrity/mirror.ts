import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { writeFile as writeSoon } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, namedFiles, writeFile } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import type { HttpClient } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { readRegularFile } from "../../regular-files.js";

/** The name of the manifest in a mirror. */
export const MIRRORED = "mf-manifest.json";

/** What of a manifest's files a server serves now. */
export interface Mirror {
  /** Whether the manifest arrived and gives its files an address; without it there is nothing to compare. */
  isThere: boolean;
  /** URLs by file. */
  urls: Map<string, string>;
  /** Files that the server does not have, with the status of its answer. */
  absent: Map<string, number>;
  /** What could not be fetched. */
  diagnostics: Diagnostic[];
  /** Files that an earlier, interrupted run had fetched. */
  resumed: number;
  /** URLs that redirected to the manifest. */
  redirects: string[];
  /** Header fields of the manifest's response, by their names in lower case. */
  headers: Record<string, string>;
}

interface Fetched {
  bytes: Buffer;
  at: string;
  redirects: string[];
  headers: Record<string, string>;
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
const STEP = 200;
/** After so many failures in a row, a server is not asked any further. */
const PATIENCE = 10;

/**
 * Fetches what a manifest URL serves now, and every file that the manifest names, into a folder. A folder that holds the state
 * of an interrupted run over the same manifest is taken up again: what was fetched is not fetched twice. `timeout` is for the manifest
 * and all files, in milliseconds; files that are left then are one finding.
 */
export async function mirror(
  url: string,
  into: string,
  http: HttpClient,
  { timeout, advance = () => {} }: { timeout: number; advance?: Advance | undefined },
): Promise<Mirror> {
  const deadline = performance.now() + timeout;
  const result: Mirror = {
    isThere: false,
    urls: new Map(),
    absent: new Map(),
    diagnostics: [],
    resumed: 0,
    redirects: [],
    headers: {},
  };
  const fail = (diagnostics: Diagnostic[]): Mirror => ({ ...result, diagnostics });
  const fetched = await fetchManifest(url, http, timeout);
  if ("diagnostics" in fetched) return fail(fetched.diagnostics);
  const { bytes, at } = fetched;
  result.redirects = fetched.redirects;
  result.headers = fetched.headers;
  const { files, publicPath, diagnostics } = namedFiles(bytes, MIRRORED);
  if (diagnostics.length > 0) return fail(diagnostics.map((one) => atUrl(one, url)));
  const { metaData } = JSON.parse(bytes.toString("utf8")) as { metaData: { getPublicPath?: unknown } };
  if (publicPath === undefined && metaData.getPublicPath !== undefined) {
    const message =
      "the manifest has `getPublicPath`, which is code and is not run, so the files have no known address";
    const help = "Set `publicPath` in the remote's build; hosts with fedseal refuse `getPublicPath` as well.";
    const location = { file: url, pointer: "/metaData/getPublicPath" };
    return fail([diagnostic("serve/unreachable", message, location, help)]);
  }
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
  result.isThere = true;
  const names = files.filter((name) => name !== MIRRORED);
  let done = 0;
  let failures = 0;
  const left: string[] = [];
  const save = () => writeFile(join(into, STATE), Buffer.from(`${JSON.stringify(state, null, 2)}\n`));
  await Promise.all(
    names.map(async (name) => {
      const target = new URL(name.split("/").map(encodeURIComponent).join("/"), base).href;
      result.urls.set(name, target);
      if (isFetched(into, name, state)) result.resumed += 1;
      else {
        // In line behind the requests before it: whether it is worth asking is known then.
        await http.turn(async (ask) => {
          const time = deadline - performance.now();
          if (failures >= PATIENCE || time <= 0) left.push(name);
          else {
            const asked = await fetchFile(
              name,
              target,
              into,
              (at) => ask(at, { timeout: time }),
              result,
              state,
              deadline,
            );
            if (asked === "late") left.push(name);
            else failures = asked ? 0 : failures + 1;
          }
        });
      }
      done += 1;
      advance(done, names.length);
      if (done % STEP === 0) save();
    }),
  );
  if (left.length > 0) {
    const why =
      failures >= PATIENCE ? `${PATIENCE} requests in a row failed` : `the check took longer than ${timeout} ms`;
    const message = `${left.length} more ${left.length === 1 ? "file was" : "files were"} not fetched: ${why}`;
    result.diagnostics.push(diagnostic("serve/unreachable", message, { file: url }));
  }
  const unsaved = save();
  if (unsaved) result.diagnostics.push(unsaved);
  const order = new Map(names.map((name, index) => [result.urls.get(name), index]));
  // What is about no single file comes last.
  const rank = ({ location }: Diagnostic) => order.get(location?.file) ?? names.length;
  result.diagnostics.sort((one, other) => rank(one) - rank(other));
  return result;
}

async function fetchManifest(
  url: string,
  http: HttpClient,
  timeout: number,
): Promise<Fetched | { diagnostics: Diagnostic[] }> {
  try {
    const { status, headers, body, url: at, redirects } = await http.request(url, { timeout });
    if (status === 200) return { bytes: body, at, redirects, headers: Object.fromEntries(headers) };
    const help =
      status === 404
        ? "Nothing is there: is this the URL of the manifest, and was the output folder uploaded?"
        : undefined;
    const message = `the server answers ${status} for ${url}`;
    return { diagnostics: [diagnostic("serve/unreachable", message, { file: url }, help)] };
  } catch (error) {
    return { diagnostics: [unreachable(error, url)] };
  }
}

/** Fetches a file; false where the server gave nothing that can be checked, `late` where the time for all files ended before. */
async function fetchFile(
  name: string,
  url: string,
  into: string,
  ask: (url: string) => ReturnType<HttpClient["request"]>,
  result: Mirror,
  state: State,
  deadline: number,
): Promise<boolean | "late"> {
  try {
    const { status, body } = await ask(url);
    if (status === 200) {
      const path = join(into, name);
      mkdirSync(dirname(path), { recursive: true });
      // Without waiting for the disk: a file that was cut off has another hash than the state says, and is fetched again.
      await writeSoon(path, body);
      state.fetched[name] = sha256(body);
    } else if (status === 404 || status === 410) result.absent.set(name, status);
    else {
      const message = `the server answers ${status} for ${url}`;
      result.diagnostics.push(diagnostic("serve/unreachable", message, { file: url }));
      return false;
    }
    return true;
  } catch (error) {
    if (error instanceof HttpError && error.code === "ERR_HTTP_TIMEOUT" && performance.now() >= deadline) return "late";
    result.diagnostics.push(unreachable(error, url));
    return false;
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
    const state = JSON.parse(readRegularFile(path).toString("utf8")) as Partial<State> | null;
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
  return Object.hasOwn(fetched, name) && existsSync(path) && sha256(readRegularFile(path)) === fetched[name];
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
