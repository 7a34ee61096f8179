// The few calls of GitHub's REST API that a comment takes (docs.github.com, "REST API endpoints for issue comments").

/**
 * A pull request, and who asks.
 *
 * @typedef {{ api: string, repository: string, number: number, token: string }} Place
 */

/** The server refused. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The server could not be asked, or its answer is none. */
export class Unusable extends Error {}

const TIMEOUT = 30_000;
/** More than 10,000 comments are no discussion. */
const MOST_PAGES = 100;

/**
 * One call.
 *
 * @param {Place} place
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 * @returns {Promise<{ value: any, link: string }>}
 * @throws {ApiError | Unusable}
 */
export async function request({ token }, method, url, body) {
  /** @type {Response} */
  let response;
  /** @type {string} */
  let text;
  try {
    response = await fetch(url, {
      method,
      // A redirect would take the token along, and make a POST a GET.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "user-agent": "fedseal-action",
        "x-github-api-version": "2022-11-28",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { cause } = error;
    throw new Unusable(`${method} ${url} failed: ${cause instanceof Error ? cause.message : error.message}`);
  }
  if (!response.ok) throw new ApiError(response.status, `${method} ${url} answers ${response.status}`);
  try {
    return { value: JSON.parse(text), link: response.headers.get("link") ?? "" };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unusable(`${method} ${url} answers with something else than JSON`);
  }
}

/**
 * The pages of a list, as `Link: <…>; rel="next"` names them (RFC 8288).
 *
 * @param {Place} place
 * @param {string} first
 * @returns {AsyncGenerator<any[]>}
 */
export async function* pages(place, first) {
  /** @type {string | undefined} */
  let url = first;
  for (let count = 0; url !== undefined; count++) {
    if (count === MOST_PAGES) throw new Unusable(`the pull request has more than ${MOST_PAGES * 100} comments`);
    const { value, link } = await request(place, "GET", url);
    if (!Array.isArray(value)) throw new Unusable(`GET ${url} answers with something else than a list`);
    yield value;
    const next = /<([^>]*)>\s*;[^,]*\brel="?next\b/.exec(link)?.[1];
    url = next === undefined ? undefined : new URL(next, url).href;
    // The token goes to the API alone.
    if (url !== undefined && new URL(url).origin !== new URL(first).origin) {
      throw new Unusable(`the list of comments goes on at another server, ${new URL(url).origin}`);
    }
  }
}
