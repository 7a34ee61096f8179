/** Addresses that a server is configured with, or reads from a state: never those of a request. */

/** Requests without TLS are for this machine only. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** `wss:` and `ws:` are for connections alone. */
export type Schemes = "http" | "http and sockets";

/**
 * Why a text is no address that can be used; `undefined` where it is one: https, or http on this machine, of one host, without
 * credentials. What URL parsers drop or turn into something else (spaces, line ends, backslashes, letters beyond ASCII), and
 * what ends a directive or a policy (`;` and `,`), is none of an address.
 */
export function problemOfAddress(text: unknown, schemes: Schemes = "http"): string | undefined {
  if (typeof text !== "string" || !URL.canParse(text)) return "is not a URL";
  if (/[^\x21-\x7e]|[;,'"<>\\^`{|}]/.test(text)) return "has a character that an address cannot have here";
  const { protocol, hostname, username, password } = new URL(text);
  const secure = schemes === "http" ? ["https:"] : ["https:", "wss:"];
  const plain = schemes === "http" ? ["http:"] : ["http:", "ws:"];
  if (!secure.includes(protocol) && !(plain.includes(protocol) && isLoopback(text))) return "is not an https URL";
  // Without `//`, a page of the same scheme takes it for a path of its own server.
  if (!/^[a-z]+:\/\/[^/]/i.test(text)) return "has no `//` and host";
  if (username !== "" || password !== "" || /^[a-z]+:\/+[^/?#]*@/i.test(text)) return "has credentials";
  // A host of a URL may have more characters than names have, `*` among them.
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9_]([a-z0-9._-]*[a-z0-9_.])?)$/.test(hostname)) return "has a host that is no name";
  return undefined;
}
