/** A problem document (RFC 9457) of the server, as an error. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Asks the page's own server. Who is not signed in goes to the sign-in and comes back to this page. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    ...(body && { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    redirect: "error",
  });
  if (response.status === 401) {
    location.assign(`/login?return=${encodeURIComponent(location.pathname + location.search)}`);
    return new Promise(() => undefined);
  }
  const answer = await response.json();
  if (!response.ok) throw new Problem(response.status, answer.code, answer.detail ?? answer.title);
  return answer;
}
