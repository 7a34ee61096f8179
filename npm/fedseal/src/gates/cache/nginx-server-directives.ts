/**
 * Directives that only make sense on the server itself: they are dropped, or get another address, so that the configuration can run
 * here. Only those that are well-formed and in their place: nginx gets all others as they are, and says what is wrong with them.
 */

/** The words of a directive: its name and its arguments. */
interface Words {
  words: readonly string[];
  block?: unknown;
}

/** A directive that is dropped. */
interface Dropped {
  /** The blocks that it may stand in (nginx.org, "Context"). */
  contexts: readonly string[];
  /** The fewest and the most arguments. */
  count: readonly [number, number];
  /** What the arguments look like, joined by spaces. */
  arguments?: RegExp;
}

const MAIN = ["main"];
const ANYWHERE = ["http", "server", "location", "if", "limit_except"];
const FLAG = /^(on|off)$/i;

const DROPPED = new Map<string, Dropped>([
  ["user", { contexts: MAIN, count: [1, 2] }],
  ["pid", { contexts: MAIN, count: [1, 1] }],
  ["daemon", { contexts: MAIN, count: [1, 1], arguments: FLAG }],
  ["master_process", { contexts: MAIN, count: [1, 1], arguments: FLAG }],
  [
    "error_log",
    {
      contexts: ["main", ...ANYWHERE],
      count: [1, 2],
      arguments: /^\S+( (debug(_\w+)?|info|notice|warn|error|crit|alert|emerg))?$/,
    },
  ],
  ["access_log", { contexts: ANYWHERE, count: [1, Number.POSITIVE_INFINITY] }],
  ["http2", { contexts: ["http", "server"], count: [1, 1], arguments: FLAG }],
  ["ssl", { contexts: ["http", "server"], count: [1, 1], arguments: FLAG }],
]);

/** Directives of TLS that need nothing of the server. */
const HERE = new Set(["ssl_protocols", "ssl_prefer_server_ciphers", "ssl_session_timeout", "ssl_session_tickets"]);

/** `ssl_certificate` and its like: the files are on the server. */
const OF_TLS: Dropped = { contexts: ["http", "server"], count: [1, Number.POSITIVE_INFINITY] };

/** Whether a directive is dropped in its place. */
export function isOfTheServer({ words, block }: Words, context: string): boolean {
  const [name = "", ...given] = words;
  const rule = DROPPED.get(name) ?? (name.startsWith("ssl_") && !HERE.has(name) ? OF_TLS : undefined);
  if (!rule || block !== undefined) return false;
  const [fewest, most] = rule.count;
  const fits = given.length >= fewest && given.length <= most && (rule.arguments?.test(given.join(" ")) ?? true);
  return fits && rule.contexts.includes(context);
}

/** Parameters of `listen` (nginx.org, "ngx_http_core_module") that are about the socket or the protocol. */
const PARAMETER =
  /^(default_server|default|ssl|http2|quic|proxy_protocol|deferred|bind|reuseport|multipath|(setfib|fastopen|backlog)=-?\d+|(rcvbuf|sndbuf)=\d+[kKmM]?|accept_filter=\w+|ipv6only=(on|off)|so_keepalive=(on|off|[\dsmh]*:[\dsmh]*:\d*))$/;

/** `80`, `*:80`, `example.com:80`, `[::]:80`, `unix:/run/nginx.sock`. */
const ADDRESS =
  /^(?:(?:unix:.+)|(?:(?:\[[\da-f:.]+\]|[^\s:[\]]+):)?(\d{1,5})|\[[\da-f:.]+\]|\*|[a-z\d.-]*[a-z.][a-z\d.-]*)$/i;

/** Whether a `listen` is one whose address can be replaced. */
export function isListen({ words }: Words, context: string): boolean {
  const [, address = ""] = words;
  const found = ADDRESS.exec(address);
  if (!found || context !== "server") return false;
  const port = found[1] === undefined ? 80 : Number(found[1]);
  return port > 0 && port <= 65_535;
}

/** The parameters of a `listen` that nginx has to judge: those that are not about the socket or the protocol. */
export function unknownParameters({ words }: Words): string[] {
  return words.slice(2).filter((word) => !PARAMETER.test(word));
}
