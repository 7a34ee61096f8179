import { fedsealError } from "../errors.js";
import type { Admitted, RemoteInfo } from "../host-plugin.js";
import { claimsOf, malformed, withoutQuery } from "../manifest.js";
import { causeOf, registry } from "../page-registry.js";

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
/** URL → the token that the browser was told first, and by which manifest. */
const installed = new Map<string, readonly [string, string]>();

/** Remembers a remote; one that is known to be a module gets its import map before anything of it is preloaded. */
export function admitModule(admitted: Admitted): void {
  const { remoteEntry } = admitted.manifest.metaData;
  if (!remoteEntry?.name) return;
  for (const { url } of claimsOf([remoteEntry], admitted.base, admitted.url)) {
    remotes.set(url, admitted);
    if (isModule(remoteEntry.type) || aliases.has(url)) installImportMap(url, admitted);
  }
}

/**
 * Tells the browser, in an import map, which bytes the modules of a remote have, and that the remote may import nothing
 * else below its own base. HTML, section 8.1.5 (import maps: `integrity`, `scopes`).
 */
function installImportMap(entry: string, { base, files, url }: Admitted): void {
  // Without one it is no prefix that could be led anywhere.
  if (!base.endsWith("/")) throw malformed(url, "its publicPath lacks a slash");
  const [token = ""] = files.get(entry) ?? [];
  if (!token) return;
  // A module stays what the browser was told first, by its URL: a newer one with the same name needs another.
  const [known = token] = installed.get(entry) ?? [];
  const fresh = known === token ? entry : `${entry}?fedseal=${encodeURIComponent(token.slice(7, 19))}`;
  const integrity: Record<string, string> = {};
  const imports: Record<string, string> = { [base]: NOWHERE };
  for (const [file, [, by]] of installed) {
    // Somebody else let in what this manifest does not list.
    if (by !== url && file.startsWith(base) && !files.has(file)) throw malformed(url, `${file} is another`);
  }
  for (const [file, [token = ""]] of files) {
    // The others are imported by the names that they have, and nobody changes another's.
    const [before, by] = installed.get(file) ?? [token, url];
    if (before !== token && (file !== entry || by !== url)) throw malformed(url, `${file} is another`);
    integrity[file] = before;
    imports[file] = file;
    installed.set(file, [before, by]);
  }
  integrity[fresh] = token;
  const alias = `#fedseal/${encodeURIComponent(fresh)}`;
  // A browser that takes a second import map also checks integrity in it (Chromium 133 and 127, Safari 18.4 and 18.0);
  // one that does not, resolves no alias and therefore loads nothing.
  if (!aliases.size) insert({});
  aliases.set(entry, alias);
  // Not above the page itself, and not where another origin's manifest says: its own modules would be led nowhere.
  const origin = `${location.origin}/`;
  const ours = document.baseURI.startsWith(base) || (base.startsWith(origin) && !url.startsWith(origin));
  const scopes = ours ? {} : { [base]: imports };
  insert({ imports: { [alias]: fresh }, scopes, integrity });
}

function insert(map: object): void {
  const script = document.createElement("script");
  script.type = "importmap";
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) script.nonce = nonce;
  const text = JSON.stringify(map);
  script.textContent = (registry().shared.policy?.createScript(text) ?? text) as string;
  document.head.append(script);
  script.remove();
}

/**
 * Imports the entry of a sealed remote, through the import map and nothing else.
 *
 * @throws ERR_FEDSEAL_INTEGRITY_MISMATCH, ERR_FEDSEAL_FETCH, ERR_FEDSEAL_UNSUPPORTED
 */
export async function importSealed(remote: RemoteInfo): Promise<unknown> {
  const { entry } = remote;
  const file = withoutQuery(entry);
  const admitted = remotes.get(file);
  if (admitted && !aliases.has(file)) installImportMap(file, admitted);
  const alias = aliases.get(file);
  if (alias === undefined) throw unsupported(remote);
  try {
    return await import(/* webpackIgnore: true */ /* @vite-ignore */ alias);
  } catch (thrown) {
    const { message } = thrown as Error;
    // Before anything was fetched: the browser, or the page's CSP, did not take the import map.
    if (message.includes(alias) && !message.includes(file)) throw unsupported(remote, thrown);
    // The module's own error says more than its bytes, if they are the right ones.
    const cause = await causeOf(file, registry().find(file) ?? []);
    throw (cause as { actual?: string }).actual || cause.code === "ERR_FEDSEAL_FETCH" ? cause : thrown;
  }
}

function unsupported({ name, entry }: RemoteInfo, cause?: unknown) {
  return fedsealError(
    "ERR_FEDSEAL_UNSUPPORTED",
    entry,
    `the browser did not take the import map of ${name}: give the page's scripts a nonce.`,
    {},
    cause,
  );
}
