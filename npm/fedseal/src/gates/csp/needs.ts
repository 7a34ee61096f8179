import { posix } from "node:path";

/** A request that a page makes. */
export interface Need {
  /** The directive that decides about it, as `testCsp` takes it. */
  directive: string;
  /** Absolute; missing for an import map. */
  url?: string;
  /** Hashes that the element has where the page enforces seals. */
  integrity?: string;
  /** Who needs it: the name of a remote, or `the page`. */
  who: string;
  /** What it is, for a sentence. */
  what: string;
  /** Without it the remote works, and something else does not. */
  isOptional?: boolean;
}

/** A manifest, and where it is. */
export interface RemoteFacts {
  /** For messages: the file or URL as the user knows it. */
  name: string;
  /** The URL that pages fetch it from. */
  url: string;
  bytes: Uint8Array;
}

/** Directives that decide about URLs that a page fetches, as people write them. */
export const DIRECTIVES = [
  ...["script-src", "style-src", "connect-src", "font-src", "img-src", "media-src"],
  ...["worker-src", "frame-src", "manifest-src", "object-src"],
];

/** What a remote needs. */
export interface RemoteNeeds {
  /** Its name, from the manifest. */
  who: string;
  needs: Need[];
  /** Whether it is sealed: only then are files known that code asks for later. */
  isComplete: boolean;
}

/** Why the needs of a manifest are not known: a sentence without a full stop. */
export class UnknownNeeds extends Error {
  override readonly name = "UnknownNeeds";
}

/** Directive and kind by the ending of a file. Other files are not loaded by pages, or not by a remote's code as it is. */
const KINDS: readonly { endings: RegExp; directive: string; what: string }[] = [
  { endings: /\.[cm]?js$/i, directive: "script-src", what: "script" },
  { endings: /\.css$/i, directive: "style-src", what: "style sheet" },
  { endings: /\.(woff2?|ttf|otf|eot)$/i, directive: "font-src", what: "font" },
  { endings: /\.(png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i, directive: "img-src", what: "image" },
  { endings: /\.(mp4|webm|ogv|ogg|mp3|m4a|wav|flac)$/i, directive: "media-src", what: "audio or video" },
  { endings: /\.wasm$/i, directive: "connect-src", what: "WebAssembly file" },
];

/** `worker.js`, `pdf.worker.min.mjs`, `worker-3f2a.js`: bundlers keep the name that the author gave. */
const WORKER = /(^|[./_-])(service|shared)?-?worker([._-][^/]*)?\.[cm]?js$/i;

/**
 * What a page needs to load a remote: its manifest by `fetch`, its scripts and styles, what else it lists, and for ES modules an
 * import map. Frames are never needed. `page` is the address of the page.
 *
 * @throws UnknownNeeds
 */
export function needsOf(remote: RemoteFacts, page: string): RemoteNeeds {
  const manifest = parsed(remote);
  const metaData = record(manifest.metaData);
  if (!metaData)
    throw new UnknownNeeds(`${remote.name} is not a manifest of Module Federation: it has no \`metaData\``);
  const who = textOf(metaData.name) ?? textOf(manifest.name) ?? remote.name;
  const base = baseOf(metaData, remote);
  const entry = record(metaData.remoteEntry) ?? {};
  const closure = record(manifest.integrity);
  const files = filesOf(manifest, entry, closure);
  // Servers load it, and no page.
  const server = record(metaData.ssrRemoteEntry);
  if (textOf(server?.name) !== textOf(entry.name)) files.delete(fileOf(server) ?? "");
  const needs: Need[] = [{ directive: "connect-src", url: remote.url, who, what: "manifest" }];
  for (const [file, integrity] of files) {
    const kind = KINDS.find(({ endings }) => endings.test(file));
    if (!kind) continue;
    const url = new URL(file.split("/").map(encodeURIComponent).join("/"), base).href;
    const { directive, what } = kind;
    needs.push({ directive, url, who, what, ...(integrity !== undefined && { integrity }) });
    // Browsers start workers of the page's own origin only.
    if (WORKER.test(file) && new URL(url).origin === new URL(page).origin) {
      needs.push({ directive: "worker-src", url, who, what: "worker" });
    }
  }
  if ([...files.keys()].some((file) => file.endsWith(".wasm"))) {
    needs.push({ directive: "script-src", who, what: "WebAssembly" });
  }
  const isModule = /^(module|esm)$/.test(textOf(entry.type) ?? "");
  if (isModule && closure) needs.push({ directive: "script-src", who, what: "import map" });
  const first = needs.find(({ directive }) => directive === "script-src");
  if (first?.url !== undefined && closure) {
    const what = "look at a refused file, to say why";
    needs.push({ directive: "connect-src", url: first.url, who, what, isOptional: true });
  }
  return { who, needs, isComplete: closure !== undefined };
}

/** What the page itself needs: `csp.needs` of the configuration. */
export function ownNeeds(needs: Record<string, readonly string[]>): Need[] {
  return Object.entries(needs).flatMap(([directive, urls]) =>
    urls.map((url) => ({ directive, url, who: "the page", what: "URL of `csp.needs`" })),
  );
}

/** The URL of a need of the page itself: absolute, or a path from the page. Undefined for what is a source expression, or nothing. */
export function ownUrl(text: string, page: string): string | undefined {
  // All else would be read as a path of the page, and become `'self'`: keywords, hosts, `https:`.
  const isPath = /^(\/|\.{1,2}\/)/.test(text);
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^(https?|wss?):(?!\/\/)/i.test(text);
  if (!(isPath || isAbsolute) || !URL.canParse(text, page)) return undefined;
  const { href, hostname } = new URL(text, page);
  return hostname.includes("*") ? undefined : href;
}

function parsed({ bytes, name }: RemoteFacts): Record<string, unknown> {
  try {
    const root: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const manifest = record(root);
    if (manifest) return manifest;
  } catch (thrown) {
    // Of `JSON.parse` and of the decoder.
    if (!(thrown instanceof SyntaxError || thrown instanceof TypeError)) throw thrown;
    throw new UnknownNeeds(`${name} is not JSON: ${thrown.message}`);
  }
  throw new UnknownNeeds(`${name} is not a manifest of Module Federation`);
}

/** The URL that files are relative to (docs/reference/manifest.md). */
function baseOf(metaData: Record<string, unknown>, { name, url }: RemoteFacts): string {
  const { publicPath = "auto", getPublicPath } = metaData;
  if (typeof publicPath !== "string" || (getPublicPath !== undefined && metaData.publicPath === undefined)) {
    throw new UnknownNeeds(`${name} computes its public path by code (\`getPublicPath\`), so its URLs are not known`);
  }
  const base = publicPath === "auto" || publicPath === "" ? "." : publicPath;
  if (!URL.canParse(base, url)) {
    throw new UnknownNeeds(`${name} has the public path ${JSON.stringify(publicPath)}, which is not a URL`);
  }
  const { href } = new URL(base, url);
  return href.endsWith("/") ? href : `${href}/`;
}

/** File → `integrity`, in the order of their names. */
function filesOf(
  manifest: Record<string, unknown>,
  entry: Record<string, unknown>,
  closure: Record<string, unknown> | undefined,
): Map<string, string | undefined> {
  const files = new Map<string, string | undefined>();
  const add = (value: unknown): void => {
    const file = fileOf(value);
    if (file !== undefined) files.set(file, files.get(file) ?? textOf(record(value)?.integrity));
  };
  const addAll = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) add(item);
    else for (const list of Object.values(record(value) ?? {})) addAll(list);
  };
  for (const [file, integrity] of Object.entries(closure ?? {})) files.set(file, textOf(integrity));
  add(entry);
  for (const group of [manifest.exposes, manifest.shared]) {
    for (const item of Array.isArray(group) ? group : []) addAll(record(item)?.assets);
  }
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The file of an entry: a name, or `{ path, name }`. Names that leave the folder are refused by the check of the seals. */
function fileOf(value: unknown): string | undefined {
  const object = record(value);
  const name = textOf(object ? object.name : value);
  if (name === undefined || name === "") return undefined;
  const file = posix.normalize(`${textOf(object?.path) ?? ""}/${name}`).replace(/^(\.?\/)+/, "");
  return file.startsWith("..") ? undefined : file;
}

function record(value: unknown): Record<string, unknown> | undefined {
  const is = typeof value === "object" && value !== null && !Array.isArray(value);
  return is ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
