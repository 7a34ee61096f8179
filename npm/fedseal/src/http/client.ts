import { setTimeout as sleep } from "node:timers/promises";
import { HttpError, httpErrorOf } from "./errors.js";

/** Limits of the client. */
export interface HttpLimits {
  /** Milliseconds for a URL, retries and redirects included. */
  timeout: number;
  /** Milliseconds without a byte. */
  idleTimeout: number;
  /** Largest body in bytes, after decompression. */
  maxBytes: number;
  /** Redirects that are followed. */
  redirects: number;
  /** Requests at the same time. */
  concurrency: number;
  /** Retries of 429, 503 and broken connections. */
  retries: number;
  /** Longest `Retry-After` in milliseconds that is waited for; a longer one is not retried. */
  retryAfter: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  timeout: 30_000,
  idleTimeout: 10_000,
  maxBytes: 64 * 1024 * 1024,
  redirects: 5,
  concurrency: 8,
  retries: 2,
  retryAfter: 10_000,
};

/** One request. */
export interface HttpRequest {
  /** Default: `GET`. */
  method?: "GET" | "HEAD" | "OPTIONS";
  /** Headers for the origin of the URL; they do not follow a redirect to another origin. */
  headers?: Record<string, string>;
  /** Whether redirects are followed (default), or the redirect itself is the answer. */
  redirect?: "follow" | "manual";
  /** In place of the client's. */
  maxBytes?: number;
  /** Milliseconds that are left to whoever asks; the client's own limit counts as well. */
  timeout?: number;
}

/** What a server answered, whatever its status. */
export interface HttpResponse {
  /** The URL that answered, after redirects. */
  url: string;
  status: number;
  /** Several lines of one field are joined by `, ` (RFC 9110, section 5.3); `getSetCookie()` has those of `Set-Cookie`. */
  headers: Headers;
  /** The body, decompressed as `Content-Encoding` says. */
  body: Buffer;
  /** URLs that redirected, in order. */
  redirects: string[];
}

/** The client of the command: every request that it makes goes through one of these. */
export interface HttpClient {
  readonly limits: HttpLimits;
  /**
   * Asks for a URL within the limits.
   *
   * @throws HttpError
   */
  request(url: string | URL, request?: HttpRequest): Promise<HttpResponse>;
  /**
   * Waits in line like a request, then runs `work`, which may decide not to ask. `ask` is `request` without another wait.
   */
  turn<T>(work: (ask: HttpClient["request"]) => Promise<T>): Promise<T>;
}

/** Makes a client. `originHeaders` are sent to their origin and nowhere else. */
export function httpClient(
  limits: Partial<HttpLimits> = {},
  originHeaders: Record<string, Record<string, string>> = {},
): HttpClient {
  const all: HttpLimits = { ...DEFAULT_LIMITS, ...withoutUndefined(limits) };
  const slots = new Slots(all.concurrency);
  const ask: HttpClient["request"] = async (given, request = {}) => {
    const url = checked(String(given), String(given));
    const timeout = Math.max(0, Math.min(all.timeout, Math.ceil(request.timeout ?? all.timeout)));
    const total = AbortSignal.timeout(timeout);
    try {
      return await retried(url, request, all, originHeaders, total);
    } catch (thrown) {
      if (total.aborted) {
        throw new HttpError("ERR_HTTP_TIMEOUT", url, `it took longer than ${timeout} ms`, thrown);
      }
      throw httpErrorOf(thrown, url);
    }
  };
  const turn: HttpClient["turn"] = async (work) => {
    await slots.take();
    try {
      return await work(ask);
    } finally {
      slots.free();
    }
  };
  return { limits: all, turn, request: (url, request) => turn((ask) => ask(url, request)) };
}

async function retried(
  url: string,
  request: HttpRequest,
  limits: HttpLimits,
  originHeaders: Record<string, Record<string, string>>,
  total: AbortSignal,
): Promise<HttpResponse> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= limits.retries;
    try {
      const response = await followed(url, request, limits, originHeaders, total);
      const wait = response.status === 429 || response.status === 503 ? retryAfter(response, attempt) : undefined;
      if (isLast || wait === undefined || wait > limits.retryAfter) return response;
      await sleep(wait, undefined, { signal: total });
    } catch (thrown) {
      const error = httpErrorOf(thrown, url);
      const isPassing = error.code === "ERR_HTTP_CONNECTION" || error.code === "ERR_HTTP_PROTOCOL";
      if (isLast || total.aborted || !isPassing) throw thrown;
      await sleep(100 * 2 ** attempt, undefined, { signal: total });
    }
  }
}

/** Milliseconds to wait (RFC 9110, section 10.2.3): seconds or a date; without a usable one, a little longer each time. */
function retryAfter({ headers }: HttpResponse, attempt: number): number {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = value === "" ? Number.NaN : Date.parse(value);
  return Number.isNaN(date) ? 200 * 2 ** attempt : Math.max(0, date - Date.now());
}

async function followed(
  first: string,
  request: HttpRequest,
  limits: HttpLimits,
  originHeaders: Record<string, Record<string, string>>,
  total: AbortSignal,
): Promise<HttpResponse> {
  const redirects: string[] = [];
  for (let url = first; ; ) {
    const { origin } = new URL(url);
    const own = origin === new URL(first).origin ? request.headers : undefined;
    const response = await once(url, { ...request, headers: { ...originHeaders[origin], ...own } }, limits, total);
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status) && request.redirect !== "manual";
    if (!isRedirect) return { ...response, url, redirects };
    redirects.push(url);
    url = redirected(url, response.headers.get("location"), first);
    if (redirects.includes(url)) {
      throw new HttpError("ERR_HTTP_REDIRECT_LOOP", first, `it redirects in a loop: ${url} came twice`);
    }
    if (redirects.length > limits.redirects) {
      throw new HttpError("ERR_HTTP_REDIRECTS", first, `it redirects more than ${limits.redirects} times`);
    }
  }
}

function redirected(url: string, location: string | null, first: string): string {
  if (location === null || !URL.canParse(location, url)) {
    const to = location === null ? "without saying where to" : `to ${JSON.stringify(location)}, which is not a URL`;
    throw new HttpError("ERR_HTTP_REDIRECT", first, `${url} redirects ${to}`);
  }
  const target = checked(new URL(location, url).href, first);
  if (new URL(url).protocol === "https:" && new URL(target).protocol === "http:") {
    throw new HttpError("ERR_HTTP_REDIRECT", first, `${url} redirects from https to http: ${target}`);
  }
  return target;
}

/** A URL that may be asked, without its fragment. */
function checked(text: string, first: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new HttpError("ERR_HTTP_URL", first, `${JSON.stringify(text)} is not a URL of http or https`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new HttpError("ERR_HTTP_URL", first, `${url.host} must not be given with a user name or password in the URL`);
  }
  url.hash = "";
  return url.href;
}

type Answer = Pick<HttpResponse, "status" | "headers" | "body">;

async function once(url: string, request: HttpRequest, limits: HttpLimits, total: AbortSignal): Promise<Answer> {
  const { method = "GET", headers = {}, maxBytes = limits.maxBytes } = request;
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), limits.idleTimeout);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), limits.idleTimeout);
  };
  try {
    const signal = AbortSignal.any([total, idle.signal]);
    const response = await fetch(url, { method, headers, redirect: "manual", signal });
    alive();
    const chunks: Uint8Array[] = [];
    let size = 0;
    // A redirect's body is of no use, and may be endless.
    const isRedirect = response.status >= 300 && response.status < 400;
    if (isRedirect) await response.body?.cancel();
    else {
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        alive();
        size += chunk.byteLength;
        if (size > maxBytes) throw new HttpError("ERR_HTTP_TOO_LARGE", url, `it is larger than ${maxBytes} bytes`);
        chunks.push(chunk);
      }
    }
    return { status: response.status, headers: response.headers, body: Buffer.concat(chunks) };
  } catch (thrown) {
    if (idle.signal.aborted && !total.aborted) {
      throw new HttpError("ERR_HTTP_IDLE", url, `nothing arrived for ${limits.idleTimeout} ms`, thrown);
    }
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

/** So many at the same time; the others wait in line. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  free(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
