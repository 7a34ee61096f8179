import { fedsealError, isFedsealError } from "../errors.js";
import type { Admitted, Context, EnforceOptions, RemoteInfo } from "../federation.js";
import { causeOf, registry } from "../registry.js";
import { trustedText } from "./trusted.js";

/** Whether Module Federation loads a remote by `import()`. */
export function isModule(type: string | undefined): boolean {
  return type === "module" || type === "esm";
}

/** Where imports of a sealed remote lead that its manifest does not list: a scheme that no browser loads. */
const NOWHERE = "fedseal://not-in-the-sealed-manifest/";

/** What was let in, by the URL of the entry. */
const remotes = new Map<string, Admitted>();
/** Entry URL → the specifier that only our import map resolves. */
const aliases = new Map<string, string>();
let maps = 0;

/** Remembers a remote; one that is known to be a module gets its import map before anything of it is preloaded. */
export function admitModule(admitted: Admitted, options: EnforceOptions): void {
  const { name, path } = admitted.manifest.metaData.remoteEntry ?? {};
  if (!name) return;
  const entry =
    admitted.base +
    [path, name]
      .filter(Boolean)
      .join("/")
      .replace(/^\/+|(?<=^|\/)\.?\/+/g, "");
  remotes.set(entry, admitted);
  if (isModule(admitted.type) || aliases.has(entry)) installImportMap(entry, admitted, options);
}

/**
 * Tells the browser, in an import map, which bytes the modules of a remote have, and that the remote may import nothing
 * else below its own base. HTML, section 8.1.5 (import maps: `integrity`, `scopes`).
 */
function installImportMap(entry: string, { base, files }: Admitted, options: EnforceOptions): void {
  const integrity: Record<string, string> = {};
  const imports: Record<string, string> = { [base]: NOWHERE };
  for (const [file, [token]] of files) {
    if (!/\.[cm]?js$/.test(file) || token === undefined) continue;
    integrity[file] = token;
    imports[file] = file;
  }
  const token = integrity[entry];
  if (token === undefined) return;
  // A module that was imported stays what it was, by its URL: a newer one with the same name needs another.
  const fresh = aliases.has(entry) ? `${entry}?fedseal=${encodeURIComponent(token.slice(7, 19))}` : entry;
  integrity[fresh] = token;
  const alias = `#fedseal/${++maps}`;
  aliases.set(entry, alias);
  // A browser that takes a second import map also checks integrity in it (Chromium 133 and 127, Safari 18.4 and 18.0);
  // one that does not, resolves no alias and therefore loads nothing.
  if (maps === 1) insert({}, options);
  insert({ imports: { [alias]: fresh }, scopes: { [base]: imports }, integrity }, options);
}

function insert(map: object, options: EnforceOptions): void {
  const script = document.createElement("script");
  script.type = "importmap";
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) script.nonce = nonce;
  script.textContent = trustedText(JSON.stringify(map), options);
  document.head.append(script);
  script.remove();
}

/**
 * Imports the entry of a sealed remote, through the import map and nothing else.
 *
 * @throws ERR_FEDSEAL_INTEGRITY_MISMATCH, ERR_FEDSEAL_FETCH, ERR_FEDSEAL_UNSUPPORTED
 */
export async function importSealed(remote: RemoteInfo, { options, report }: Context): Promise<unknown> {
  const admitted = remotes.get(remote.entry);
  if (admitted && !aliases.has(remote.entry)) installImportMap(remote.entry, admitted, options);
  const alias = aliases.get(remote.entry);
  const tokens = registry().find(remote.entry) ?? [];
  if (alias === undefined) throw unsupported(remote);
  try {
    return await import(/* webpackIgnore: true */ /* @vite-ignore */ alias);
  } catch (thrown) {
    // Before anything is fetched: the browser, or its CSP, did not take the import map.
    const unresolved =
      thrown instanceof TypeError && thrown.message.includes(alias) && !thrown.message.includes(remote.entry);
    if (!unresolved) {
      const cause = await causeOf(remote.entry, tokens);
      // The module itself threw: its own error says more.
      throw isFedsealError(cause, "ERR_FEDSEAL_INTEGRITY_MISMATCH") && !("actual" in cause) && !failedToFetch(thrown)
        ? thrown
        : cause;
    }
    const error = unsupported(remote, thrown);
    if (registry().unsealed(remote.entry, [remote.name]) === "block") throw error;
    report(error, false);
    return undefined;
  }
}

function failedToFetch(thrown: unknown): boolean {
  return thrown instanceof TypeError && /import|fetch|module script/i.test(thrown.message);
}

function unsupported({ name, entry }: RemoteInfo, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_UNSUPPORTED",
    `${name} is an ES module remote, and the browser did not take the import map that says which bytes it has. Either it is too old (Chromium 133 and Safari 18.4 are not), or this page's CSP forbids inline scripts without a nonce: give the page's scripts a nonce, or build the remote with the library type "var".`,
    { url: entry, remote: name },
    cause,
  );
}
