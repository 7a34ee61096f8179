import { isListen, isOfTheServer, unknownParameters } from "./nginx-server-directives.js";

/**
 * A configuration of nginx, changed so that it can run here: its port, its folder, no certificates, no logs. Headers, locations and
 * everything else that is judged stay as they are, on their own lines; nginx itself gives them their meaning.
 */

/** A configuration that cannot be run. */
export class UnusableNginx extends Error {
  override readonly name = "UnusableNginx";
}

/** A directive: its words, and where it stands in the text. */
interface Directive {
  words: string[];
  start: number;
  /** Behind the `;` or the `{`. */
  end: number;
  block?: Directive[];
  /** The name of the block that it stands in; nothing at the top of the file. */
  inside?: string;
}

/** Where the configuration is to run. */
export interface Place {
  port: number;
  /** The output folder, absolute. */
  folder: string;
  /** The folder on the server that the output folder is copied to. */
  root?: string;
  /** A folder for nginx's own temporary files. */
  scratch: string;
  /** Makes the path of an `include` absolute. */
  include(path: string): string;
}

/** A text for a file that the wrapper includes, or for a whole configuration. */
export interface Runnable {
  level: "main" | "http" | "server";
  text: string;
  /** Paths that have to be links to the output folder: it lies below the `root` of the configuration. */
  links: string[];
}

/**
 * Makes a configuration runnable.
 *
 * @throws UnusableNginx
 */
export function runnable(text: string, place: Place): Runnable {
  const top = parse(text);
  const names = top.map((one) => one.words[0]);
  const level = names.some((name) => name === "http" || name === "events")
    ? "main"
    : names.includes("server")
      ? "http"
      : "server";
  const all = flat(top);
  const roots = [...new Set(all.filter(isFolder).map((one) => one.words[1] ?? ""))];
  const root = place.root ?? rootOf(all, roots);
  const main = mainServer(all);
  refuseDuplicates(all);
  const edits: Edit[] = [];
  const links = new Set<string>();
  for (const one of all) edits.push(...editsOf(one, { ...place, root, links }, main, one.inside ?? level));
  const http = top.find((one) => one.words[0] === "http");
  if (http) edits.push({ start: http.end, end: http.end, text: ` ${temporary(place.scratch)}` });
  if (level === "server" && !top.some((one) => one.words[0] === "root")) {
    edits.push({ start: 0, end: 0, text: `root ${quoted(place.folder)}; ` });
  }
  for (const server of level === "server" ? [] : all.filter((one) => one.words[0] === "server" && one.block)) {
    const listens = server.block?.some((one) => one.words[0] === "listen");
    if (!listens) edits.push({ start: server.end, end: server.end, text: ` ${listen(place.port, server === main)}` });
  }
  return { level, text: applied(text, edits), links: [...links] };
}

/** Addresses are replaced, so that nginx does not see which ones were the same. */
function refuseDuplicates(all: readonly Directive[]): void {
  const defaults = new Set<string>();
  for (const server of all.filter((one) => one.words[0] === "server" && one.block)) {
    const own = new Set<string>();
    for (const { words } of server.block ?? []) {
      const [name, address, ...parameters] = words;
      if (name !== "listen" || address === undefined) continue;
      const full = /^\d+$/.test(address) ? `0.0.0.0:${address}` : address.replace(/^\*:/, "0.0.0.0:");
      // HTTP/3 listens at the same address, in another protocol.
      const socket = parameters.includes("quic") ? `${full} quic` : full;
      if (own.has(socket)) throw new UnusableNginx(`nginx refuses it: a duplicate listen ${full}`);
      own.add(socket);
      if (!parameters.some((one) => one === "default_server" || one === "default")) continue;
      if (defaults.has(socket)) throw new UnusableNginx(`nginx refuses it: a duplicate default server for ${full}`);
      defaults.add(socket);
    }
  }
}

/** What wraps a configuration that is not a whole one. */
export function wrapper(level: "http" | "server", file: string, place: Place, mimeTypes: string | undefined): string {
  const types = mimeTypes === undefined ? "" : `include ${quoted(mimeTypes)}; default_type application/octet-stream;`;
  const inner = `include ${quoted(file)};`;
  const server = level === "server" ? `server { ${listen(place.port, true)} ${inner} }` : inner;
  return `events {} http { ${temporary(place.scratch)} ${types} ${server} }\n`;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function editsOf(
  one: Directive,
  place: Omit<Place, "root"> & { root: string | undefined; links: Set<string> },
  main: Directive | undefined,
  context: string,
): Edit[] {
  const [name = "", value = ""] = one.words;
  const whole = (text: string): Edit => ({ start: one.start, end: one.end, text });
  if (isOfTheServer(one, context)) return [whole("")];
  if (name === "listen") {
    if (!isListen(one, context)) return [];
    const isDefault = main?.block?.includes(one) ?? false;
    const isSecond = main?.block?.find((sibling) => sibling.words[0] === "listen") !== one;
    return [whole(listen(place.port, isDefault, { isSecond, more: unknownParameters(one) }))];
  }
  if (name === "include" && one.words.length === 2) return [whole(`include ${quoted(place.include(value))};`)];
  if (isFolder(one)) {
    const { root } = place;
    const path = value.replace(/\/+$/, "");
    if (root === undefined) return [];
    const base = root.replace(/\/+$/, "");
    const slash = value.endsWith("/") ? "/" : "";
    if (base.startsWith(`${path}/`)) {
      const parent = `${place.scratch}/root`;
      place.links.add(`${parent}${base.slice(path.length)}`);
      return [whole(`${name} ${quoted(`${parent}${slash}`)};`)];
    }
    const isInside = path === base || path.startsWith(`${base}/`);
    if (!isInside) return [];
    return [whole(`${name} ${quoted(`${place.folder}${path.slice(base.length)}${slash}`)};`)];
  }
  return [];
}

function isFolder({ words }: Directive): boolean {
  return (words[0] === "root" || words[0] === "alias") && words.length === 2;
}

/** The folder of the output, where the configuration leaves no doubt. */
function rootOf(all: readonly Directive[], folders: readonly string[]): string | undefined {
  const roots = [...new Set(all.filter((one) => one.words[0] === "root").map((one) => one.words[1] ?? ""))];
  const [only, second] = roots;
  if (second !== undefined || (only === undefined && folders.length > 0)) {
    throw new UnusableNginx(
      `it has several folders (${folders.join(", ")}); say in \`cache.nginx.root\` which one holds the output`,
    );
  }
  return only;
}

/** The server that answers: the one with most to say, not one that only redirects. */
function mainServer(all: readonly Directive[]): Directive | undefined {
  const servers = all.filter((one) => one.words[0] === "server" && one.block);
  const weight = (one: Directive) =>
    flat(one.block ?? []).filter((inner) => isFolder(inner) || inner.words[0] === "location").length;
  return servers.reduce<Directive | undefined>(
    (best, one) => (best && weight(best) >= weight(one) ? best : one),
    undefined,
  );
}

/** A second `listen` of one server would be the same address twice. `more` are words that nginx has to judge. */
function listen(
  port: number,
  isDefault: boolean,
  { isSecond = false, more = [] }: { isSecond?: boolean; more?: string[] } = {},
): string {
  if (isDefault && isSecond && more.length === 0) return "";
  const words = [`127.0.0.1:${port}`, ...(isDefault && !isSecond ? ["default_server"] : []), ...more.map(quoted)];
  return `listen ${words.join(" ")};`;
}

function temporary(scratch: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `access_log off; ${kinds.map((kind) => `${kind}_temp_path ${quoted(`${scratch}/${kind}`)};`).join(" ")}`;
}

/** A word of a configuration, whatever is in it. A `$` cannot be escaped: nginx would take it for a variable. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

function flat(directives: readonly Directive[]): Directive[] {
  return directives.flatMap((one) => [one, ...flat(one.block ?? [])]);
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: by } of edits.toSorted((one, other) => other.start - one.start)) {
    // Line numbers in nginx's messages stay those of the file.
    const lines = "\n".repeat(text.slice(start, end).split("\n").length - 1);
    result = result.slice(0, start) + by + lines + result.slice(end);
  }
  return result;
}

/** The directives of a configuration (nginx, "Beginner's Guide": words, `;`, blocks, quotes, comments). */
function parse(text: string): Directive[] {
  const top: Directive[] = [];
  const open: { list: Directive[]; directive?: Directive }[] = [{ list: top }];
  let at = 0;
  let words: string[] = [];
  let start = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (/\s/.test(char)) at += 1;
    else if (char === "#") at = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
    else if (char === ";" || char === "{") {
      at += 1;
      const list = open.at(-1)?.list;
      if (words.length === 0 || !list) throw new UnusableNginx(`line ${lineOf(text, at)}: unexpected "${char}"`);
      const inside = open.at(-1)?.directive?.words[0];
      const directive: Directive = { words, start, end: at, ...(inside !== undefined && { inside }) };
      list.push(directive);
      words = [];
      if (char === "{") {
        directive.block = [];
        open.push({ list: directive.block, directive });
      }
    } else if (char === "}") {
      at += 1;
      if (words.length > 0 || open.length === 1) throw new UnusableNginx(`line ${lineOf(text, at)}: unexpected "}"`);
      open.pop();
    } else {
      if (words.length === 0) start = at;
      const [word, next] = wordAt(text, at);
      words.push(word);
      at = next;
    }
  }
  if (words.length > 0 || open.length > 1) throw new UnusableNginx("it ends in the middle of a directive");
  return top;
}

function wordAt(text: string, start: number): [string, number] {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === "\\") at += 1;
      else if (text[at] === quote) return [text.slice(start + 1, at).replaceAll(/\\(.)/g, "$1"), at + 1];
    }
    throw new UnusableNginx(`line ${lineOf(text, start)}: a quotation mark is not closed`);
  }
  let at = start;
  while (at < text.length && !/[\s;]/.test(text[at] as string)) {
    if (text[at] === "\\") at += 1;
    // `${name}` is a variable; any other brace opens a block.
    if (text[at] === "{" && text[at - 1] !== "$") break;
    if (text[at] === "{") at = Math.max(text.indexOf("}", at), at);
    at += 1;
  }
  return [text.slice(start, at), Math.max(at, start + 1)];
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
