import { type FedsealError, fedsealError } from "../errors.js";
import type { EnforceOptions, RemoteInfo } from "../host-plugin.js";
import { malformed, withoutQuery } from "../manifest.js";
import { moduleUrl } from "../module-url.js";
import { causeOf, type ModuleLoads, registry, type Scope, unlisted } from "../page-registry.js";
import type { Bytes } from "../web.js";
import { isModule, type Modules, unsupported } from "./browser.js";

/** Where imports of a sealed remote lead that its manifest does not list: a scheme that no browser loads. */
const NOWHERE = "fedseal://not-in-the-sealed-manifest/";

/** What was let in, by the URL of the entry. */
const remotes = new Map<string, Scope>();
/** Entry URL → the specifier that only our import map resolves, and the URL that it stands for. */
const aliases = new Map<string, { alias: string; url: string }>();
/** URL → the token that the browser was told first, the manifest that it is from, and the URL that is loaded instead. */
const installed = new Map<string, { token: string; by: string; to: string }>();
/** Base URLs whose modules may import nothing else below them. */
const bases = new Set<string>();
/** Base URLs below which nothing is loaded that is not listed. */
const closed = new Set<string>();
/** Rules for each importer are as many as the square of their number. */
const MOST_IMPORTERS = 50;
/** What the next import map says. */
let pending: ImportMap | undefined;

/** HTML, section 8.1.5. */
interface ImportMap {
  imports: Record<string, string>;
  scopes: Record<string, Record<string, string>>;
  integrity: Record<string, string>;
}

/**
 * Firefox takes one import map per page (ESR 153; `dom.multiple_import_maps.enabled` for more): that one has to hold
 * every remote that is known when the first is loaded.
 */
const single = globalThis.CSS?.supports("-moz-appearance", "none");

const NO_MAP = single
  ? "is in no import map that this browser took: it takes one, before the page's first module, and none in a host that is a module itself, as Vite's are. In others name the remote in `remotes`, and give the page's scripts a nonce."
  : "is in no import map that the browser took: give the page's scripts a nonce, or update the browser.";

/** What Chromium, Firefox and WebKit say of an import that did not load; a module's own error says something else. */
const NOT_LOADED = /dynamically imported module|^Importing a module script|integrity mismatch|^Cross-origin script/;
/** What WebKit leaves out of its messages. */
const URL_IN = /(https?|fedseal):\/\/[^\s'"]+/;

/** An import that failed although the file is the sealed one now. */
function notLoaded(url: string): FedsealError {
  const what = "did not load, and has the sealed bytes now: another answer came first, or a policy stopped it.";
  return fedsealError("ERR_FEDSEAL_FETCH", url, what);
}

/** When the map that is being made is in the page. */
let ready: Promise<void> | undefined;

/** The part of the runtime plugin that holds ES modules to their hashes, by import maps. */
export function importMaps(options: EnforceOptions): Modules {
  // A remote that is a host itself, and was built for development, does not loosen the page's.
  const hot = Boolean(options.hot && registry().rules(options).hot);
  loads();
  // Under that policy no browser takes a hot update, which has no hash.
  const askForPolicy = (admitted?: Scope) => {
    if (admitted?.policy === "block" && !hot) loads().policed ??= policed();
  };
  globalThis.addEventListener?.("vite:preloadError", (event) => {
    // Nobody asks before chunks that a Vite remote imports, and nobody else hears of their failure.
    void report((event as Event & { payload?: unknown }).payload);
  });
  // Those of remotes that were built in another way, where their own code does not look at the error.
  globalThis.addEventListener?.("unhandledrejection", ({ reason }) => void report(reason));
  return {
    async admitted(admitted, others) {
      const { entry, manifest } = admitted;
      if (!entry) return;
      remotes.set(entry, admitted);
      // Known to be a module: its import map comes before anything of it is preloaded.
      if (!isModule(manifest.metaData.remoteEntry?.type) && !aliases.has(entry)) return;
      await install(entry, admitted, hot, others);
      askForPolicy(admitted);
    },
    async importSealed(remote, asker) {
      const file = withoutQuery(remote.entry);
      const admitted = remotes.get(file);
      if (admitted && !aliases.has(file)) await install(file, admitted, hot);
      askForPolicy(admitted);
      await ready;
      const { alias, url } = aliases.get(file) ?? {};
      if (!alias || !url) throw unsupported(remote, NO_MAP);
      registry().bind(url, { ...asker, scope: admitted });
      return importAlias(remote, file, alias);
    },
  };
}

/** One for a page: hosts that are built apart have copies of this file. */
function loads(): ModuleLoads {
  const { shared, isHot, judge, find, tell, explain } = registry();
  shared.modules ??= {
    urls: new Map(),
    ask(subject, asker, url) {
      // A hash that no import map has told the browser is compared by nobody.
      if (typeof subject === "string") {
        return isHot(url, asker.scope) || this.urls.has(withoutQuery(url)) ? undefined : judge(url, asker);
      }
      // Most browsers name the file in the message; the loader knows it in every case.
      const at = url || (URL_IN.exec(subject.message)?.[0] ?? "");
      // The rest of such an address is the file's own.
      if (at.startsWith("fedseal:")) tell(unlisted(at.slice(at.indexOf("http")), []), true);
      else if (at && NOT_LOADED.test(subject.message)) {
        const file = withoutQuery(at);
        const tokens = asker.scope?.files.get(file) ?? find(file);
        if (tokens) {
          void explain(file, tokens, () => notLoaded(file)).then((error) => {
            subject.cause ??= error;
          });
        }
      }
      return undefined;
    },
  };
  return shared.modules;
}

async function install(entry: string, admitted: Scope, hot: boolean, others?: () => Promise<void>): Promise<void> {
  // A second map is ignored there: nothing of this remote is loaded, and nothing is promised about its files.
  if (single && inserted) return;
  const making = pending;
  add(entry, admitted, hot);
  // Whoever makes the map inserts it; what is let in meanwhile on its behalf comes without `others`.
  if (making) return others && ready;
  if (single && !ready && others) {
    ready = others().then(insert);
    return ready;
  }
  insert();
}

/**
 * Says in the next import map which bytes the modules of a remote have, and that the remote may import nothing else below
 * its own base. Each module gets a URL of its own: what the page fetched by the plain one before is not what runs.
 */
function add(entry: string, { base, files, mirrors, url }: Scope, hot: boolean): void {
  // Without one it is no prefix that could be led anywhere.
  if (!base.endsWith("/")) throw malformed(url, "its publicPath lacks a /");
  const [token = ""] = files.get(entry) ?? [];
  if (!token) return;
  for (const [file, { by }] of installed) {
    // Somebody else let in what this manifest does not list, and does not stand above it.
    const foreign = by !== url && file.startsWith(base) && !files.has(file);
    if (foreign && !file.startsWith(new URL(".", by).href)) throw malformed(url, `${file} is another`);
  }
  for (const [file, [token]] of files) {
    // A module stays what the browser was told first, by its URL, and nobody changes another's.
    const before = installed.get(file);
    const changed = before && before.token !== token && (file !== entry || before.by !== url);
    if (changed) throw malformed(url, `${file} is another`);
  }

  pending ??= { imports: {}, scopes: {}, integrity: {} };
  const { imports, scopes, integrity } = pending;
  const own = moduleUrl(entry, token);
  const alias = `#fedseal/${encodeURIComponent(own)}`;
  aliases.set(entry, { alias, url: own });
  imports[alias] = own;
  // Where another origin's manifest says that it stands on the page's: the page's own modules are not led anywhere.
  const origin = `${location.origin}/`;
  const foreign = base.startsWith(origin) && !url.startsWith(origin);
  const rule = (scope: string, from: string, to: string) => {
    if (foreign) return;
    scopes[scope] ??= {};
    scopes[scope][from] = to;
  };
  for (const root of [base, ...mirrors]) {
    if (!foreign) bases.add(root);
    for (const [at, { to }] of installed) if (at.startsWith(root)) rule(root, at, to);
    const importers = new Set([own]);
    for (const [file, [token = ""]] of files) {
      const at = root + file.slice(base.length);
      const to = moduleUrl(at, token);
      integrity[at] ??= token;
      integrity[to] ??= token;
      if (to !== at) importers.add(to);
      if (installed.has(at)) continue;
      installed.set(at, { token, by: url, to });
      loads().urls.set(at, to);
      for (const one of bases) if (at.startsWith(one)) rule(one, at, to);
    }
    // A rule for a folder does nothing for a name that some module there has looked up before, unchecked perhaps. One for
    // the importing module itself, which nobody has loaded before, does: for all of them where they are few.
    const few = importers.size > MOST_IMPORTERS ? [own] : importers;
    for (const importer of few) for (const [at, { to }] of installed) if (at.startsWith(root)) rule(importer, at, to);
    // Not above the page itself. In development, hot updates are in no manifest.
    if (hot || foreign || document.baseURI.startsWith(root)) continue;
    closed.add(root);
    for (const one of [root, ...few]) rule(one, root, NOWHERE + root);
  }
}

/** Puts the map into the page. */
function insert(): void {
  const map = pending;
  pending = undefined;
  if (!map) return;
  // Integrity in import maps is known to every browser that takes a second map (Chromium 133 and 127, Safari 18.4 and
  // 18.0), so that the first is an empty one, and to Firefox since 138, which has this function since then. One that does
  // not know it resolves no alias and therefore loads nothing.
  if (single && !("captureStackTrace" in Error)) return;
  if (!single && !inserted) write({});
  inserted = true;
  write(map);
}

let inserted = false;

function write(map: object): void {
  const script = document.createElement("script");
  script.type = "importmap";
  script.nonce = nonce();
  const text = JSON.stringify(map);
  script.textContent = (registry().shared.policy?.createScript(text) ?? text) as string;
  document.head.append(script);
  script.remove();
}

/** That of the page's own scripts. */
function nonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}

/**
 * Imports the entry of a sealed remote, through the import map and nothing else.
 *
 * @throws ERR_FEDSEAL_INTEGRITY_MISMATCH, ERR_FEDSEAL_FETCH, ERR_FEDSEAL_UNSUPPORTED
 */
async function importAlias(remote: RemoteInfo, file: string, alias: string): Promise<unknown> {
  try {
    const container = await import(/* webpackIgnore: true */ /* @vite-ignore */ alias);
    loaded.add(file);
    return container;
  } catch (thrown) {
    const { message } = thrown as Error;
    // Before anything was fetched: the browser, or the page's CSP, did not take the import map.
    if (!NOT_LOADED.test(message) && /specifier|valid URL/.test(message)) {
      throw unsupported(remote, NO_MAP, thrown);
    }
    // A module's own error says more than its bytes.
    if (!NOT_LOADED.test(message)) throw thrown;
    const cause = await culprit(file);
    if (!cause && !URL_IN.test(message) && (await loads().policed)) {
      const why = "imports modules statically, which this browser blocks under the page's Integrity-Policy.";
      throw unsupported(remote, why, thrown);
    }
    throw cause ?? notLoaded(file);
  }
}

/** Entries that run. What a server has under their names now says nothing of a later failure. */
const loaded = new Set<string>();

/** Why a module did not load: of those that were asked for, the one that is not what was sealed, or imports what is not. */
async function culprit(first: string): Promise<FedsealError | undefined> {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const seen = asked.filter((name) => name.includes("?fedseal=")).map(withoutQuery);
  for (const file of new Set([withoutQuery(first), ...seen.reverse()])) {
    const tokens = registry().find(file);
    const cause = tokens && (await causeOf(file, tokens, (bytes) => unlistedIn(file, bytes)));
    if (cause && (cause.code === "ERR_FEDSEAL_UNSEALED" || !loaded.has(file))) return cause;
  }
  return undefined;
}

/** The file that a module imports and that no manifest lists; browsers name the importer, or nothing. */
function unlistedIn(file: string, bytes: Bytes): FedsealError | undefined {
  const text = new TextDecoder().decode(bytes);
  for (const [, path = ""] of text.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`$]+)/g)) {
    const url = new URL(path, file).href;
    if (!registry().find(url) && [...closed].some((root) => url.startsWith(root))) return unlisted(url, []);
  }
  return undefined;
}

/**
 * Whether the page has an Integrity-Policy; says so where it has none. Import maps alone do not hold modules: they go by
 * URL, and a redirect leads to others.
 */
async function policed(): Promise<boolean> {
  const { href } = location;
  // Asked first: some servers have the page for navigations only, and browsers complain of a preload that nobody uses. Where
  // the page's connect-src does not allow that, or the server no HEAD, there is the preload.
  const page = await fetch(href, { method: "HEAD" }).catch(() => undefined);
  if (!page?.ok || page.headers.has("integrity-policy")) {
    // Browsers refuse to load the page itself as a script under that policy; without it, that is no request for code.
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "script", href, nonce: nonce() });
    const refused = await new Promise<boolean>((resolve) => {
      link.onload = () => resolve(false);
      link.onerror = () => resolve(true);
      document.head.append(link);
    });
    if (refused) return true;
  }
  const what =
    "has no `Integrity-Policy: blocked-destinations=(script)`: without that header a redirected module of a remote on `block` can import what nobody sealed.";
  registry().tell(fedsealError("ERR_FEDSEAL_INTEGRITY_POLICY", href, what), false);
  return false;
}

/** Reports why a chunk of a Vite remote did not load. The page's own chunks fail like this, too. */
async function report(thrown: unknown): Promise<void> {
  if (!(thrown instanceof Error) || !NOT_LOADED.test(thrown.message)) return;
  const page = registry();
  const [named = ""] = URL_IN.exec(thrown.message) ?? [];
  // Says what no manifest lists.
  if (named.startsWith(NOWHERE)) return void page(thrown, undefined);
  const cause = (await culprit(named)) ?? (page.find(named) && notLoaded(named));
  if (cause) page.tell(cause, true);
}
