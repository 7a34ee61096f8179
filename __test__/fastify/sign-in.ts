import { createHash, randomBytes } from "node:crypto";

/** Signs in at an OpenID provider as a browser does: with its cookies, its redirects and its form. */

export interface SignIn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  audience: string;
  scope: string;
}

/** An access token of a person, or the text of the page that says why there is none. */
export async function signIn(
  { issuer, clientId, clientSecret, redirectUri, audience, scope }: SignIn,
  { name, password, ...more }: { name: string; password: string; organization?: string; invitation?: string },
): Promise<{ token: string } | { page: string }> {
  const jar = new Map<string, string>();
  const go = async (url: string | URL, init: RequestInit = {}) => {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line) as unknown as [string, string, string];
      if (value === "") jar.delete(key);
      else jar.set(key, value);
    }
    return response;
  };
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: `openid ${scope}`,
    resource: audience,
    state: "state",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  const asked = await go(`${issuer}/authorize?${query}`);
  const form = new URL(asked.headers.get("location") ?? "", issuer);
  await go(form);
  const sent = await go(form, { method: "POST", body: new URLSearchParams({ name, password }) });
  if (sent.status !== 303) return { page: await sent.text() };
  const back = await go(new URL(sent.headers.get("location") ?? "", issuer));
  const code = new URL(back.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const response = await fetch(`${issuer}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    }),
  });
  const { access_token: token, ...rest } = (await response.json()) as { access_token: string };
  if (token === undefined) throw new Error(JSON.stringify(rest));
  return { token };
}
