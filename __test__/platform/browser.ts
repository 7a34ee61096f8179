/** As much of a browser as a sign-in needs: redirects, and cookies by their path. */
export class Browser {
  readonly origin: string;
  readonly cookies = new Map<string, string>();
  /** Lines of `Set-Cookie`, and addresses that were visited. */
  readonly received: string[] = [];
  readonly visited: string[] = [];
  readonly #jar = new Map<string, { name: string; value: string; path: string; host: string }>();

  constructor(origin: string) {
    this.origin = origin;
  }

  get(url: string) {
    return this.#go(url, { method: "GET" });
  }

  /** `origin` is what a page of it would send; `null` sends none. */
  post(url: string, body: URLSearchParams | string, origin: string | null = new URL(url).origin) {
    return this.#go(url, { method: "POST", body, headers: origin === null ? {} : { origin } });
  }

  async #go(start: string, init: RequestInit): Promise<{ url: string; status: number; body: string }> {
    let [url, request] = [start, init];
    for (let hop = 0; hop < 12; hop++) {
      this.visited.push(url);
      const response = await fetch(url, {
        ...request,
        redirect: "manual",
        headers: { ...request.headers, cookie: this.#cookieFor(url) },
      });
      for (const line of response.headers.getSetCookie()) this.#receive(line, url);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        return { url, status: response.status, body: await response.text() };
      }
      url = new URL(location, url).href;
      request = { method: "GET" };
    }
    throw new Error(`too many redirects from ${start}`);
  }

  #cookieFor(url: string): string {
    const { pathname, host } = new URL(url);
    const kept = [...this.#jar.values()].filter((one) => one.host === host && pathname.startsWith(one.path));
    return kept.map(({ name, value }) => `${name}=${this.cookies.get(name) ?? value}`).join("; ");
  }

  #receive(line: string, url: string): void {
    this.received.push(line);
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? "/";
    const { host } = new URL(url);
    const isOver = value === "" || /max-age=0\b/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line);
    if (isOver) {
      this.#jar.delete(`${host} ${path} ${name}`);
      this.cookies.delete(name);
      return;
    }
    this.#jar.set(`${host} ${path} ${name}`, { name, value, path, host });
    if (host === new URL(this.origin).host) this.cookies.set(name, value);
  }
}
