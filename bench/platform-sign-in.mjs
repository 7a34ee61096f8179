// Signs in at the platform as a browser does: with cookies by host, redirects, and the form of the identity provider.

/** The cookie of a session. */
export async function signIn(origin, { name, password }) {
  const jar = new Map();
  const go = async (start, init) => {
    let [url, request] = [start, init];
    for (let hop = 0; hop < 12; hop++) {
      const { host } = new URL(url);
      const own = [...(jar.get(host) ?? [])].map(([key, value]) => `${key}=${value}`).join("; ");
      const response = await fetch(url, { ...request, redirect: "manual", headers: { cookie: own } });
      for (const line of response.headers.getSetCookie()) {
        const [, key, value] = /^([^=]+)=([^;]*)/.exec(line);
        if (!jar.has(host)) jar.set(host, new Map());
        if (value === "") jar.get(host).delete(key);
        else jar.get(host).set(key, value);
      }
      await response.arrayBuffer();
      const location = response.headers.get("location");
      if (location === null) return { url, status: response.status };
      url = new URL(location, url).href;
      request = {};
    }
    throw new Error(`too many redirects from ${start}`);
  };
  const { url } = await go(`${origin}/login?return=/api/platform/session`, {});
  const { status } = await go(url, { method: "POST", body: new URLSearchParams({ name, password }) });
  const session = jar.get(new URL(origin).host)?.get("__Host-session");
  if (status !== 200 || session === undefined) throw new Error(`${name} cannot sign in: ${status} at ${url}`);
  return `__Host-session=${session}`;
}
