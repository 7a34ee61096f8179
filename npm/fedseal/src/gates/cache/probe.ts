import { createHash } from "node:crypto";
import { type HeaderLine, type NameHash, nameHash } from "@fedseal/binding";
import type { HttpClient, HttpResponse } from "../../http/client.js";
import { HttpError } from "../../http/errors.js";
import { urlOf } from "./sealed.js";

/** One answer of a server, as far as the gate looks at it. */
export interface Answer {
  status: number;
  headers: HeaderLine[];
  /** Whether the bytes, decompressed, are those of the seal; undefined where there is no seal to compare with. */
  isSealed?: boolean;
  /** Whether the request was redirected before it was answered. */
  redirectedTo?: string;
  /** Whether the body is a page, whatever the type says. */
  isPage: boolean;
}

/** What a server does with a file. */
export interface Served {
  file: string;
  url: string;
  /** The answer to a browser: from another origin, compressed where the server can. */
  compressed?: Answer;
  /** The answer to a request from a second origin, that takes no compression. */
  plain?: Answer;
  /** The answer to a request without `Origin`; asked only where the answer may depend on it. */
  sameOrigin?: Answer;
  /** A hash in the name, compared with the bytes of `plain`. */
  nameHash?: NameHash;
  /** Origin of a shell → the `Access-Control-Allow-Origin` that it gets, where the shells are known. */
  allowed?: Map<string, string | undefined>;
  /** The status of the answer to the validator of `compressed`; undefined where there is none. */
  revalidated?: number;
  /** Why there is no answer. */
  failure?: string;
}

/** Origins that no server knows (RFC 2606), for requests from elsewhere. */
const ORIGINS = ["https://shell.fedseal.invalid", "https://other.fedseal.invalid"] as const;

/** What to ask about a file. */
export interface Question {
  file: string;
  /** The URL that the output folder is served from. */
  base: string;
  /** The URL of the file, where it is not below `base`. */
  url?: string;
  /** `integrity` of the manifest, where it has one for the file. */
  seal?: string;
  /** Whether caches have to ask for it again, so that the server has to answer 304. */
  revalidates: boolean;
  /** The origins of the shells, where they are known. */
  shells?: readonly string[];
}

/** Asks a server for a file in every way that browsers and caches do. */
export async function probe(http: HttpClient, question: Question): Promise<Served> {
  const { file, base, seal, revalidates, shells, url = urlOf(file, base) } = question;
  const served: Served = { file, url };
  const [first, second] = originsOf(shells);
  try {
    // A remote of the same origin only is asked without `Origin`, as its pages do.
    const from = (origin: string | undefined) => (origin === undefined ? {} : { origin });
    const browser = await http.request(url, { headers: { ...from(first), "accept-encoding": "gzip, br" } });
    served.compressed = answer(browser, url, seal);
    const plain = await http.request(url, { headers: { ...from(second), "accept-encoding": "identity" } });
    served.plain = answer(plain, url, seal);
    const hash = nameHash(file, plain.body);
    if (hash) served.nameHash = hash;
    if (shells !== undefined && shells.length > 0) {
      served.allowed = new Map();
      for (const shell of shells) {
        const known =
          shell === first ? browser : shell === second ? plain : await http.request(url, { headers: from(shell) });
        served.allowed.set(shell, known.headers.get("access-control-allow-origin") ?? undefined);
      }
    }
    if (namesOneOrigin(served.compressed) || namesOneOrigin(served.plain)) {
      served.sameOrigin = answer(await http.request(url), url, seal);
    }
    const again = revalidates ? await revalidate(http, url, browser, from(first)) : undefined;
    if (again !== undefined) served.revalidated = again;
  } catch (thrown) {
    if (!(thrown instanceof HttpError)) throw thrown;
    served.failure = `${thrown.message} (${thrown.code})`;
  }
  return served;
}

/** The origins of the two requests; none where pages of the same origin are the only ones. */
function originsOf(shells: readonly string[] | undefined): [string | undefined, string | undefined] {
  if (shells === undefined) return [...ORIGINS];
  const [first, second = first] = shells;
  return [first, second];
}

/** The status of the answer to a validator that the server sent itself. */
async function revalidate(
  http: HttpClient,
  url: string,
  { status, headers }: HttpResponse,
  from: Record<string, string>,
): Promise<number | undefined> {
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  if (status !== 200 || (etag === null && modified === null)) return undefined;
  const condition: Record<string, string> =
    etag === null ? { "if-modified-since": modified ?? "" } : { "if-none-match": etag };
  const asked = await http.request(url, {
    headers: { ...from, ...condition, "accept-encoding": "gzip, br" },
  });
  return asked.status;
}

/** Asks for a file of the release before: only whether it is still there. */
export async function probePrevious(http: HttpClient, { file, base, seal }: Question): Promise<Served> {
  const url = urlOf(file, base);
  try {
    return { file, url, plain: answer(await http.request(url), url, seal) };
  } catch (thrown) {
    if (!(thrown instanceof HttpError)) throw thrown;
    return { file, url, failure: `${thrown.message} (${thrown.code})` };
  }
}

/**
 * Names that no release has, one beside each kind of file: the same for the same manifest, so that two runs ask the same, and
 * other ones for another manifest, so that no server can have made an exception.
 */
export function randomNames(manifest: Uint8Array, files: readonly string[]): string[] {
  const seed = createHash("sha256").update(manifest).digest("hex").slice(0, 16);
  const places = new Map<string, string>();
  for (const file of files) {
    const ending = /\.(js|mjs|css)$/.exec(file)?.[0];
    if (ending === undefined) continue;
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    places.set(`${folder}*${ending}`, `${folder}fedseal-missing-${seed}${ending}`);
  }
  // A hundred folders tell as much as a thousand.
  return [...places.values()].sort().slice(0, 100);
}

/** What a server answers for a file that does not exist. */
export interface MissingAnswer {
  url: string;
  answer?: Answer;
  failure?: string;
}

/** Asks for a file that does not exist. */
export async function probeMissing(http: HttpClient, file: string, base: string): Promise<MissingAnswer> {
  const url = urlOf(file, base);
  try {
    return { url, answer: answer(await http.request(url, { headers: { accept: "*/*" } }), url, undefined) };
  } catch (thrown) {
    if (!(thrown instanceof HttpError)) throw thrown;
    return { url, failure: `${thrown.message} (${thrown.code})` };
  }
}

function answer(response: HttpResponse, url: string, seal: string | undefined): Answer {
  const headers: HeaderLine[] = [...response.headers].map(([name, value]) => ({ name, value }));
  const start = response.body.subarray(0, 512).toString("latin1").trimStart().toLowerCase();
  const isPage = start.startsWith("<!doctype html") || start.startsWith("<html");
  const isSealed = seal === undefined ? undefined : holds(response.body, seal);
  return {
    status: response.status,
    headers,
    isPage,
    ...(isSealed !== undefined && { isSealed }),
    ...(response.url !== url && { redirectedTo: response.url }),
  };
}

/** Whether bytes are those of a seal. A seal that cannot be read holds nothing; `fedseal verify` says what is wrong with it. */
function holds(bytes: Uint8Array, seal: string): boolean {
  const [algorithm = "", digest] = [seal.slice(0, seal.indexOf("-")), seal.slice(seal.indexOf("-") + 1)];
  if (!/^sha(256|384|512)$/.test(algorithm)) return false;
  return createHash(algorithm).update(bytes).digest("base64") === digest;
}

/** The value of a header. */
export function header(answer: Answer, name: string): string | undefined {
  return answer.headers.find((line) => line.name.toLowerCase() === name)?.value;
}

/** Whether the answer lets one origin load the file, not all. */
export function namesOneOrigin(answer: Answer): boolean {
  const allowed = header(answer, "access-control-allow-origin");
  return allowed !== undefined && allowed !== "*";
}
