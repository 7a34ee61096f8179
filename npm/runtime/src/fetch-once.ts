import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { originAllowed, type RedirectPolicy, requireOrigin } from "./policy.js";
import type { Fetch } from "./web.js";

/** Limits of one request, and where it may go. */
export interface FetchLimits {
  /** In place of the global `fetch`; gets every request, redirected ones too. */
  fetch?: Fetch;
  /** Headers, credentials, cache mode. Headers and credentials go to the first URL's origin and nowhere else. */
  fetchInit?: RequestInit;
  /** Milliseconds for one attempt, body included. Default: 10,000. */
  timeout?: number;
  /** Largest body in bytes. Default: 10 MiB. */
  maxBytes?: number;
  /** Default: `same-origin`. */
  redirect?: RedirectPolicy;
  /** Origins that may be asked; without a list, all. */
  origins?: readonly string[];
}

/** What arrived, and from where after redirects. */
export interface Fetched {
  bytes: Uint8Array;
  url: string;
}

/** Gets a response and the URL that it came from. */
export type Follow = (
  url: string,
  limits: FetchLimits,
  signal: AbortSignal,
) => Promise<{ response: Response; at: string }>;

/**
 * Fetches bytes once, within limits.
 *
 * @throws ERR_FEDSEAL_FETCH, _TIMEOUT, _TOO_LARGE, _ORIGIN, _REDIRECT
 */
export async function fetchBytes(url: string, limits: FetchLimits, follow: Follow = followInBrowser): Promise<Fetched> {
  const { timeout = 10_000, maxBytes, origins } = limits;
  requireOrigin(url, origins);
  const limit = AbortSignal.timeout(timeout);
  try {
    const { response, at } = await follow(url, limits, limit);
    return { bytes: await readBytes(response, at, maxBytes), url: at };
  } catch (thrown) {
    if (isFedsealError(thrown)) throw thrown;
    if (limit.aborted) throw fedsealError("ERR_FEDSEAL_TIMEOUT", url, `took over ${timeout} ms.`, {}, thrown);
    throw fedsealError(
      "ERR_FEDSEAL_FETCH",
      url,
      `could not be fetched (${thrown}): server, CORS, connect-src?`,
      {},
      thrown,
    );
  }
}

/**
 * The body of a successful response, up to a size.
 *
 * @throws ERR_FEDSEAL_FETCH, ERR_FEDSEAL_TOO_LARGE
 */
export async function readBytes(response: Response, url: string, maxBytes = 10 * 1024 * 1024): Promise<Uint8Array> {
  const { ok, status, headers } = response;
  if (!ok) throw fedsealError("ERR_FEDSEAL_FETCH", url, `answered with status ${status}.`, { status });
  // Counted in a copy: Chromium shows as aborted what a page reads part by part, to its end even.
  const reader = response.clone().body?.getReader();
  for (let size = 0; ; ) {
    if (size > maxBytes || (headers.get("content-length") as unknown as number) > maxBytes) {
      // Neither is read any further; each waits for the other.
      await Promise.all([reader?.cancel(), response.body?.cancel()]);
      throw fedsealError("ERR_FEDSEAL_TOO_LARGE", url, `has over ${maxBytes} bytes: \`maxBytes\`.`);
    }
    const part = await reader?.read();
    if (!part?.value) return new Uint8Array(await response.arrayBuffer());
    size += part.value.length;
  }
}

export function tooLarge(url: string, limit: number, unit: string, option: string): FedsealError {
  return fedsealError("ERR_FEDSEAL_TOO_LARGE", url, `has over ${limit} ${unit}: \`${option}\`.`);
}

/** @throws ERR_FEDSEAL_REDIRECT unless the policy allows a redirect to that URL. */
export function requireRedirect(url: string, to: string, { redirect = "same-origin", origins }: FetchLimits): void {
  const near = redirect === "same-origin" && new URL(to).origin === new URL(url).origin;
  if ((near || (redirect === "origins" && origins)) && originAllowed(to, origins)) return;
  throw fedsealError("ERR_FEDSEAL_REDIRECT", url, `redirects to ${to}, policy ${redirect}.`, {
    location: to,
  });
}

/**
 * Browsers do not show where a redirect leads before they follow it, and drop Authorization when it leaves the origin.
 * Whoever sends other headers gets no redirect at all.
 */
export const followInBrowser: Follow = async (url, limits, signal) => {
  const { fetch: request = fetch, fetchInit = {}, redirect } = limits;
  const [secret] = new Headers(fetchInit.headers);
  const response = await request(url, {
    ...fetchInit,
    signal,
    redirect: redirect === "error" || secret ? "error" : "follow",
  });
  if (response.redirected) requireRedirect(url, response.url, limits);
  return { response, at: response.url || url };
};
