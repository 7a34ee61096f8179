import { isFedsealError } from "./errors.js";
import {
  type Fetched,
  type FetchLimits,
  type Follow,
  fetchBytes,
  followInBrowser,
  requireRedirect,
} from "./fetch-once.js";
import { checkOrigins } from "./origins.js";

/** How something is fetched. */
export interface FetchOptions extends FetchLimits {
  /** Ends it with the signal's own reason. */
  signal?: AbortSignal;
  /** Attempts after the first, for network errors, timeouts, 429 and 5xx. Default: 0. */
  retries?: number;
  /** Milliseconds; attempt n waits a random time up to `retryDelay * 2^n`. Default: 200. */
  retryDelay?: number;
}

const MOST_REDIRECTS = 10;
const LONGEST_WAIT = 10_000;

/**
 * Fetches bytes within limits, and tries again what may pass.
 *
 * @throws as `fetchBytes`, and ERR_FEDSEAL_OPTIONS
 */
export async function request(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { retries = 0, retryDelay = 200, signal } = options;
  checkOrigins(options.origins);
  for (let attempt = 0; ; attempt++) {
    try {
      signal?.throwIfAborted();
      return await fetchBytes(url, options, (at, limits, limit) =>
        follow(at, limits, signal ? AbortSignal.any([signal, limit]) : limit),
      );
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      if (attempt >= retries || !passing(thrown)) throw thrown;
    }
    await wait(Math.random() * Math.min(LONGEST_WAIT, retryDelay * 2 ** attempt), signal);
  }
}

/** Node, Bun and Deno show a redirect before it is followed; browsers and their workers do not. */
const seesRedirects =
  typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === "string";

const follow: Follow = (...all) => (seesRedirects ? followByHand : followInBrowser)(...all);

/** Asks for every redirect's leave before its target is asked for anything. */
const followByHand: Follow = async (url, limits, signal) => {
  const { fetch: ask = fetch, fetchInit = {} } = limits;
  let at = url;
  for (let hop = 0; ; hop++) {
    const response = await ask(at, { ...initFor(at, url, fetchInit), signal, redirect: "manual" });
    // A custom fetch may have followed on its own.
    if (response.redirected) requireRedirect(url, response.url, limits);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) {
      return { response, at: response.redirected ? response.url : at };
    }
    at = new URL(location, at).href;
    requireRedirect(url, at, hop < MOST_REDIRECTS ? limits : { redirect: "error" });
  }
};

/** What a caller's `fetchInit` becomes for another URL: headers and credentials are for one origin only. */
export function initFor(url: string, own: string, init: RequestInit): RequestInit {
  const { headers, credentials, ...rest } = init;
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
