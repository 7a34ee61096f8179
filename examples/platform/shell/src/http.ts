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

/** Who this page is of. A sign-in in another tab changes the browser's cookie, and not what the page shows. */
let as: string | undefined;

/** From now on, answers are for this person in this organization, or none. */
export function askAs({ orgId, sub }: { orgId: string; sub: string }): void {
  as = encodeURIComponent(`${orgId} ${sub}`);
}

/** Asks the page's own server. Who is not signed in goes to the sign-in and comes back to this page. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const headers = {
    ...(as !== undefined && { "x-platform-as": as }),
    ...(body && { "content-type": "application/json" }),
  };
  const request = body ? { method: "POST", body: JSON.stringify(body), headers } : { headers };
  const response = await fetch(path, { ...request, redirect: "error" });
  if (response.status === 401) {
    location.assign(`/login?return=${encodeURIComponent(location.pathname + location.search)}`);
    return new Promise(() => undefined);
  }
  const answer = await response.json();
  if (!response.ok) throw new Problem(response.status, answer.code, answer.detail ?? answer.title);
  return answer;
}
