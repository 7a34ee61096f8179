/** What an API answers when it does not do what it was asked (RFC 9457). */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}

/** An answer of an API that is not a success. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly problem: ProblemDocument;
  readonly headers: Headers;

  constructor(problem: ProblemDocument, headers: Headers) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
    this.headers = headers;
  }
}

/** Where an API is, and how to get an access token for it. */
export interface ApiSettings {
  baseUrl: string;
  token: () => Promise<string>;
}

/** The way to one API. Each generated client has its own, so that no API is sent another one's token. */
export function apiClient(name: string) {
  let settings: ApiSettings | undefined;
  return {
    configure(given: ApiSettings): void {
      settings = given;
    },

    /** Gives what generated clients want: `{ data, status, headers }`. Throws an {@link ApiError} for every other answer. */
    async request<Answer>(path: string, init: RequestInit): Promise<Answer> {
      if (settings === undefined) throw new Error(`the client of ${name} is used before its \`configure\``);
      const url = addressOf(settings.baseUrl, path);
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${await settings.token()}`);
      // The token is all that says who asks; a redirect would take it elsewhere.
      const response = await fetch(url, { ...init, headers, credentials: "omit", redirect: "error" });
      if (!response.ok) throw new ApiError(await problemOf(response), response.headers);
      const text = await response.text();
      const data: unknown = text === "" ? undefined : JSON.parse(text);
      return { data, status: response.status, headers: response.headers } as Answer;
    },
  };
}

/** The address of a path below a base; never one of another server, or of another path (`..`). */
function addressOf(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl);
  const whole = base.pathname.replace(/\/$/, "") + path;
  const url = new URL(whole, base);
  const isSame = url.origin === base.origin && `${url.pathname}${url.search}` === whole;
  if (!isSame) throw new Error(`${path} is not a path of ${base.origin}`);
  return url;
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const text = await response.text();
  if (/^application\/problem\+json\b/i.test(response.headers.get("content-type") ?? "")) return JSON.parse(text);
  // From something in between, which has no code of ours.
  const { status, statusText } = response;
  return { type: "about:blank", title: statusText || `Status ${status}`, status, detail: text.slice(0, 200), code: "" };
}
