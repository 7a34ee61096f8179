import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { originAllowed, type RedirectPolicy, requireOrigin } from "./policy.js";

/** How something is fetched. */
export interface FetchOptions {
  /** In place of the global `fetch`; gets every request, redirected ones too. */
  fetch?: typeof fetch;
  /** Method, headers, credentials. Headers and credentials go to the first URL's origin and nowhere else. */
  fetchInit?: RequestInit;
  /** Ends it with the signal's own reason. */
  signal?: AbortSignal;
  /** Milliseconds for one attempt, body included. Default: 10,000. */
  timeout?: number;
  /** Largest body in bytes. Default: 10 MiB. */
  maxBytes?: number;
  /** Attempts after the first, for network errors, timeouts, 429 and 5xx. Default: 0. */
  retries?: number;
  /** Milliseconds; attempt n waits a random time up to `retryDelay * 2^n`. Default: 200. */
  retryDelay?: number;
  /** Default: `same-origin`. */
  redirect?: RedirectPolicy;
  /** Origins that may be asked; without a list, all. */
  origins?: readonly string[];
}

/** What arrived, and from where after redirects. */
export interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  url: string;
}

const MOST_REDIRECTS = 10;
const LONGEST_WAIT = 10_000;

/**
 * Fetches bytes once, within limits.
 *
 * @throws ERR_FEDSEAL_FETCH, _TIMEOUT, _TOO_LARGE, _ORIGIN, _REDIRECT, or the reason of `signal`.
 */
export async function fetchBytes(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { retries = 0, retryDelay = 200, signal } = options;
  requireOrigin(url, options.origins, "The address");
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(url, options);
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      if (attempt >= retries || !passing(thrown)) throw thrown;
    }
    await wait(Math.random() * Math.min(LONGEST_WAIT, retryDelay * 2 ** attempt), signal);
  }
}

/** The body of a response, up to a size. */
export async function readBytes(response: Response, url: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw fedsealError("ERR_FEDSEAL_TOO_LARGE", `${url} is larger than ${maxBytes} bytes (\`maxBytes\`).`, { url });
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws ERR_FEDSEAL_FETCH for anything but a success. */
export function requireSuccess({ ok, status, type }: Response, url: string): void {
  if (ok) return;
  const status_ = type === "opaque" ? "an opaque answer, which no script may read" : `status ${status}`;
  throw fedsealError("ERR_FEDSEAL_FETCH", `${url} answered with ${status_}.`, { url, status });
}

async function once(url: string, options: FetchOptions): Promise<Fetched> {
  const { timeout = 10_000, maxBytes = 10 * 1024 * 1024, signal } = options;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  const cancel = () => limit.abort();
  signal?.addEventListener("abort", cancel);
  try {
    signal?.throwIfAborted();
    const { response, at } = await follow(url, options, limit.signal);
    requireSuccess(response, at);
    return { bytes: await readBytes(response, at, maxBytes), url: at };
  } catch (thrown) {
    if (signal?.aborted) throw signal.reason;
    if (isFedsealError(thrown)) throw thrown;
    if (limit.signal.aborted) {
      throw fedsealError(
        "ERR_FEDSEAL_TIMEOUT",
        `${url} did not arrive within ${timeout} ms (\`timeout\`).`,
        { url },
        thrown,
      );
    }
    throw unreachable(url, thrown);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

/** A network error, in which browsers hide what happened. */
export function unreachable(url: string, cause: unknown): FedsealError {
  return fedsealError(
    "ERR_FEDSEAL_FETCH",
    `${url} could not be fetched (${cause instanceof Error ? cause.message : cause}). The server may be down, the answer may lack Access-Control-Allow-Origin, or a policy of this page (connect-src) may forbid it.`,
    { url },
    cause,
  );
}

async function follow(
  url: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<{ response: Response; at: string }> {
  const { fetch: request = fetch, fetchInit = {}, redirect = "same-origin", origins } = options;
  const refuse = (location: string) => {
    const allowed = redirect === "error" ? "no redirect is" : `redirects are, by policy "${redirect}",`;
    return fedsealError(
      "ERR_FEDSEAL_REDIRECT",
      `${url} redirects to ${location || "somewhere else"}; ${allowed} followed. Use the final address, or allow it with \`redirect\` and \`origins\`.`,
      { url, ...(location !== "" && { location }) },
    );
  };
  const allowed = (to: string) =>
    redirect === "same-origin"
      ? new URL(to).origin === new URL(url).origin && originAllowed(to, origins)
      : redirect === "origins" && origins !== undefined && originAllowed(to, origins);

  if (!seesRedirects || redirect === "error") {
    // Browsers do not show where a redirect leads before they follow it, and drop Authorization when it leaves the
    // origin. Whoever sends other secrets gets no redirect at all.
    const secret = [...new Headers(fetchInit.headers).keys()].some((name) => name !== "accept");
    const init: RequestInit = { ...fetchInit, signal, redirect: redirect === "error" || secret ? "error" : "follow" };
    const response = await request(url, init);
    const at = response.url || url;
    if (response.type === "opaqueredirect" || (response.redirected && !allowed(at)))
      throw refuse(response.redirected ? at : "");
    return { response, at };
  }
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await request(at, { ...initFor(at, url, fetchInit), signal, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) {
      // A custom fetch may have followed on its own.
      if (response.redirected && !allowed(response.url)) throw refuse(response.url);
      return { response, at: response.redirected ? response.url : at };
    }
    at = new URL(location, at).href;
    if (!allowed(at)) throw refuse(at);
  }
  throw refuse(at);
}

/** Node, Bun and Deno show a redirect before it is followed; browsers and their workers do not. */
const seesRedirects =
  typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === "string";

/** What a caller's `fetchInit` becomes for another URL: headers and credentials are for one origin only. */
export function initFor(url: string, own: string, { headers, credentials, ...rest }: RequestInit): RequestInit {
  if (new URL(url).origin !== new URL(own).origin) return { ...rest, credentials: "omit" };
  return { ...rest, ...(headers !== undefined && { headers }), ...(credentials !== undefined && { credentials }) };
}

function passing(thrown: unknown): boolean {
  if (isFedsealError(thrown, "ERR_FEDSEAL_TIMEOUT")) return true;
  if (!isFedsealError(thrown, "ERR_FEDSEAL_FETCH")) return false;
  const { status } = thrown as { status?: number };
  return status === undefined || status === 429 || status >= 500;
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
