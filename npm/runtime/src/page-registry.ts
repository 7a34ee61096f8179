import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { fetchBytes } from "./fetch-once.js";
import { type FederationManifest, malformed, withoutQuery } from "./manifest.js";
import { type Unsealed, type UnsealedPolicy, unsealedPolicy } from "./policy.js";
import { announce, type Report } from "./report.js";
import type { SignatureCheck, SignatureChecks } from "./signed.js";
import { differs, mismatch } from "./sri.js";
import type { Bytes } from "./web.js";

/** The names that a host gives a remote, its alias last. */
export type Names = readonly (string | undefined)[];

/** What one manifest allows. */
export interface Scope {
  /** The manifest's URL, without query. */
  url: string;
  /** What the host calls the remote. */
  names: Names;
  /** The URL that the files stand below. */
  base: string;
  /** The URL of the entry; nothing where the manifest names none. */
  entry?: string | undefined;
  /** URL → tokens that have to match; the first is the strongest. */
  files: ReadonlyMap<string, readonly string[]>;
  /** As it was read. */
  manifest: FederationManifest;
  /** What happens to a file that it does not list. */
  policy: Unsealed;
  /** Base URLs from which the same files may come. */
  mirrors: readonly string[];
  /** Development: a hot update came, and files change from now on. */
  hot?: boolean;
}

/** Who asks for a file. A chunk loader is the scope whose entry, held to its hash, brought it onto the page. */
export interface Asker {
  names: Names;
  /** What happens to a file that is not listed. */
  policy: Unsealed;
  scope?: Scope | undefined;
  /** What the host wants of the remote's signature. */
  check?: SignatureCheck | undefined;
}

/** What identifies a chunk loader: the script element that it came in, or the URL of its module. */
type By = HTMLScriptElement | string | null | undefined;

/**
 * One for a page or a Node process, at the global name `__FEDSEAL__`, which cannot be replaced. Called as a function it
 * is what the chunk loaders of sealed remotes know of fedseal.
 */
export interface Registry {
  /**
   * With an element that is about to be inserted: puts the hash on it. With the URL of a module that is about to be
   * imported: returns the error if it may not be. With an error of an import: finds and reports the reason.
   *
   * @param more the loader's public path; for an error, the URL that was imported
   */
  (subject: HTMLScriptElement | HTMLLinkElement | string | Error, by: By, more?: string): FedsealError | undefined;
  readonly version: 1;
  /**
   * Lets the files of a manifest run. A newer one from the same URL adds to the older; one from elsewhere cannot change
   * what is known of files that stand below another manifest. `gap` is why the manifest is not sealed.
   *
   * @throws ERR_FEDSEAL_METADATA_MALFORMED
   */
  add(scope: Scope, gap?: FedsealError): void;
  /** The tokens of a file; nothing if no manifest lists it. */
  find(url: string): readonly string[] | undefined;
  /** Whether a manifest was let in. */
  knows(manifest: string): boolean;
  /** Whether a manifest of the remote that the host calls so lists a file. */
  lists(name: string, url: string): boolean;
  /** The first host's rules. Whoever comes later, a remote that has remotes perhaps, can be stricter and not laxer. */
  rules(its: Rules): Rules;
  /** The policy for a remote, under somebody's own rules and the first host's. */
  policy(own: UnsealedPolicy | undefined, names: Names): Unsealed;
  /** Reports a file that no manifest lists; returns the error if it may not be loaded. */
  judge(url: string, asker: Asker): FedsealError | undefined;
  /** Holds a file that is on the page already, or whose manifest is, to another host's policy. */
  hold(url: string, asker: Asker): FedsealError | undefined;
  /** Remembers that the container of a remote came with the entry that the page has for it now, or asks whether it did. */
  brought(container: object, entry: string, now?: boolean): boolean;
  /** Puts the right hash on an element, or refuses. */
  guard(element: HTMLScriptElement | HTMLLinkElement, asker: Asker): FedsealError | undefined;
  /** The same for an element that is inserted by a loader that does not ask; nothing for a file that is not listed. */
  inserted(element: HTMLScriptElement | HTMLLinkElement): void;
  /** Says whose loader the module at a URL is. */
  bind(module: string, asker: Asker): void;
  /** Finds out why a file did not load, and reports it; where its bytes are the sealed ones, `otherwise` says what to report. */
  explain(
    url: string,
    tokens: readonly string[],
    otherwise: () => FedsealError | undefined | Promise<FedsealError | undefined>,
  ): Promise<FedsealError | undefined>;
  /** Whether a host that is built for development lets a file through, because its remote was edited. */
  isHot(url: string, scope?: Scope): boolean | undefined;
  /** Entries that a host with fedseal has loaded, as Module Federation knows them. */
  readonly loading: Set<string>;
  /** Makes a finding known, once. */
  tell(error: FedsealError, refused: boolean): void;
  /** Gives an error that was thrown for a refused file its cause. */
  because(thrown: unknown): Promise<void>;
  readonly shared: {
    /** The page's Trusted Types policy. */
    policy?: { createScriptURL(url: string): unknown; createScript(text: string): unknown };
    /** The part for ES modules, in hosts that have it. */
    modules?: ModuleLoads;
    /** Manifests that passed checks of signatures, in hosts that have those. */
    signed?: WeakMap<object, unknown>;
  };
}

/** What is different for modules, which no element loads. */
export interface ModuleLoads {
  /** URL of a module that an import map holds to its hash → the URL that it is loaded from. */
  readonly urls: Map<string, string>;
  /** Whether the page has an Integrity-Policy, once that was asked. */
  policed?: Promise<boolean>;
  /** What a chunk loader says before it imports a URL, and of the error of an import. */
  ask(subject: string | Error, asker: Asker, url: string): FedsealError | undefined;
}

type Cause = FedsealError | Promise<FedsealError | undefined>;

/** What a host asks for. */
export interface Rules {
  unsealed?: UnsealedPolicy;
  origins?: readonly string[];
  report?: Report;
  hot?: boolean;
  signature?: SignatureChecks;
}

/** No bytes have this digest that anyone could find; the browser therefore refuses all. */
const NOTHING = `sha384-${"A".repeat(64)}`;
/** Findings that are remembered; a page or server that has more has told enough. */
const MOST = 500;
export function registry(): Registry {
  const page = globalThis as { __FEDSEAL__?: Registry };
  // Whatever else is called so is no function with these methods, and nothing is loaded.
  if (!page.__FEDSEAL__) Object.defineProperty(page, "__FEDSEAL__", { value: create() });
  return page.__FEDSEAL__ as Registry;
}

function create(): Registry {
  const files = new Map<string, { tokens: readonly string[]; scope: Scope }>();
  let scopes: readonly Scope[] = [];
  /** Loaders by what identifies them. */
  const askers = new Map<string, Asker>();
  const elements = new WeakMap<object, Asker>();
  /** Container → the manifest and the hash of the entry that it came with. */
  const containers = new WeakMap<object, string>();
  /** Entries that were let in although nothing seals them. */
  const open = new Map<string, FedsealError>();
  /** URL → why it was refused; what is being looked for is a promise. */
  const causes = new Map<string | undefined, Cause>();
  const shared: Registry["shared"] = {};
  let rules: Rules | undefined;

  /** The URL by which a manifest lists a file, also if it comes from a mirror. */
  const listed = (url: string) => {
    const key = withoutQuery(url);
    if (files.has(key)) return key;
    for (const { mirrors, base } of scopes) {
      for (const mirror of mirrors) {
        const at = base + key.slice(mirror.length);
        if (key.startsWith(mirror) && files.has(at)) return at;
      }
    }
    return key;
  };
  const tokensOf = (url: string, asker?: Asker) => {
    const key = listed(url);
    const known = files.get(key);
    // An older release of the same manifest has its own files. What another manifest says of them counts for nobody.
    return (known?.scope.url === asker?.scope?.url && asker?.scope?.files.get(key)) || known?.tokens;
  };
  const find = (url: string) => tokensOf(url);
  const owner = (url: string) => files.get(listed(url))?.scope;
  /** What was told is told again after a new manifest, or when there is too much of it. */
  const told = new Set<string>();
  const forget = () => {
    causes.clear();
    told.clear();
  };
  const remember = (url: string | undefined, cause: Cause) => {
    if (causes.size + told.size > MOST) forget();
    causes.set(url, cause);
  };

  const tell = (error: FedsealError, refused: boolean) => {
    remember(error.url, error);
    const key = `${error.code} ${error.url} ${refused}`;
    if (!told.has(key)) announce(rules?.report, error, refused);
    told.add(key);
  };

  const policy = (own: UnsealedPolicy | undefined, names: Names) =>
    strictest([unsealedPolicy(own, names), unsealedPolicy(rules?.unsealed, names)]);

  const judge = (url: string, { policy, names }: Asker) => {
    if (policy === "allow") return undefined;
    const error = unlisted(url, names);
    tell(error, policy === "block");
    return policy === "block" ? error : undefined;
  };

  /** In development, an edit changes a remote's files, and no manifest lists them. A production host has no `hot`. */
  const isHot = (url: string, scope?: Scope) => {
    const file = withoutQuery(url);
    if (!rules?.hot || !scope || !file.startsWith(scope.base)) return false;
    if (/\.hot-update\.[\w.]+$/.test(file) && !scope.hot) {
      scope.hot = true;
      // Bundlers update a style by a copy of its element.
      for (const link of document.querySelectorAll(`link[href^="${scope.base}"]`)) link.removeAttribute("integrity");
    }
    return scope.hot;
  };

  const guard = (element: HTMLScriptElement | HTMLLinkElement, asker: Asker) => {
    const script = "src" in element;
    const url = script ? element.src : element.href;
    const tokens = tokensOf(url, asker);
    const scope = asker.scope ?? owner(url);
    elements.set(element, { ...asker, scope, policy: strictest([asker.policy, scope?.policy ?? "allow"]) });
    const preload = !script && element.rel !== "stylesheet";
    if (isHot(url, scope)) {
      // By the URL that an import map holds to the hash from before the edit.
      if (preload) element.rel = "";
      return undefined;
    }
    if (!tokens) {
      // A manifest is no script. webpack's loader asks for those of a remote's own remotes as scripts, which comes to nothing
      // where it is harmless: refused, and not reported.
      const json = script && asker.policy !== "allow" && /\.json$/.test(withoutQuery(url));
      const error = json ? unlisted(url, asker.names) : judge(url, asker);
      if (error) element.integrity = NOTHING;
      return error;
    }
    if (preload) element.href = shared.modules?.urls.get(withoutQuery(url)) ?? url;
    if (element.integrity === tokens[0]) return undefined;
    element.integrity = tokens[0] as string;
    // Without it no hash is compared with what another origin sends; preloads and scripts have to agree on it.
    element.crossOrigin ??= "anonymous";
    // The browser says only that a file failed; the file itself says why.
    element.addEventListener("error", () =>
      // WebKit loads no preload at all under Integrity-Policy.
      explain(withoutQuery(url), tokens, async () =>
        !script && (await shared.modules?.policed) ? undefined : differs(url, `${tokens[0]}`),
      ),
    );
    return undefined;
  };

  const explain = async (
    url: string,
    tokens: readonly string[],
    otherwise: () => FedsealError | undefined | Promise<FedsealError | undefined>,
  ) => {
    const cause = causeOf(url, tokens).then((error) => error ?? otherwise());
    remember(url, cause);
    const error = await cause;
    if (error) tell(error, true);
    return error;
  };

  const because = async (thrown: unknown) => {
    if (!(thrown instanceof Error) || isFedsealError(thrown)) return;
    for (const [url, cause] of causes) if (url && thrown.message.includes(url)) thrown.cause ??= await cause;
  };

  /** Who asks: a remote whose entry was checked, or the page. What nobody brought here is held to the strictest policy. */
  const askerOf = (by: By, url: string, base = ""): Asker => {
    const bound = by && (typeof by === "string" ? askers.get(by) : elements.get(by));
    if (bound) return bound;
    // The page's own loader: a script that is in the document and was never looked at, and what stands below its folder
    // or its public path. Not by a name, which a remote may have, too.
    const near = ({ src }: HTMLScriptElement) => {
      const root = absolute(base || ".", document.baseURI);
      // A loader that knows no script of its own, as in an entry that was imported, has the page's only by what it says.
      const roots = [absolute(".", src), by || src.startsWith(root) ? root : ""];
      return roots.some((folder) => folder && url.startsWith(folder));
    };
    const own = [...(globalThis.document?.scripts ?? [])].filter((one) => !elements.has(one) && one.src);
    const those = typeof by === "object" && by ? [by] : own.filter(({ src }) => by == null || src === by);
    if (those.some(near)) return { names: [], policy: "allow" };
    const unsealed = rules?.unsealed ?? "block";
    const all = typeof unsealed === "string" ? [unsealed] : [unsealedPolicy(unsealed, []), ...Object.values(unsealed)];
    return { names: [], policy: strictest([...all, ...scopes.map(({ policy }) => policy)]) };
  };

  const call = (subject: HTMLScriptElement | HTMLLinkElement | string | Error, by: By, more = "") => {
    const imports = typeof subject === "string" || subject instanceof Error;
    const element = imports ? undefined : "src" in subject ? subject.src : subject.href;
    const url = element ?? (typeof subject === "string" ? subject : more);
    const asker = askerOf(by, url, more);
    return imports ? shared.modules?.ask(subject, asker, url) : guard(subject, asker);
  };

  return Object.freeze(
    Object.assign(call, {
      version: 1 as const,
      add(scope: Scope, gap?: FedsealError) {
        // Once for each manifest: files × manifests are many.
        const folders = new Map([scope, ...scopes].map(({ url }) => [url, url.replace(/[^/]*$/, "")]));
        const home = (one: Scope, url: string) => url.startsWith(folders.get(one.url) as string);
        // Whose file it is: of the manifest that stands above it, also if that does not list it; else of who came first.
        const beats = (one: Scope, other: Scope, url: string) =>
          one.url === other.url || (home(one, url) && !home(other, url));
        const mine = [...scope.files].filter(([url, tokens]) => {
          const known = files.get(url);
          const owner = known?.scope ?? scopes.find((one) => home(one, url));
          if (!owner || beats(scope, owner, url) || (!known && home(scope, url))) return true;
          if (`${known?.tokens}` === `${tokens}`) return false;
          throw malformed(scope.url, `${url} is of ${owner.url}`);
        });
        // What others said of files that it stands above and does not list.
        for (const [url, { scope: other }] of files) {
          if (!scope.files.has(url) && home(scope, url) && !home(other, url)) files.delete(url);
        }
        scopes = [scope, ...scopes.filter(({ names, url }) => names[0] !== scope.names[0] || url !== scope.url)];
        for (const [url, tokens] of mine) files.set(url, { tokens, scope });
        if (scope.entry) {
          if (gap) open.set(scope.entry, gap);
          else open.delete(scope.entry);
        }
        forget();
      },
      find,
      knows: (manifest: string) => scopes.some(({ url }) => url === withoutQuery(manifest)),
      lists: (name: string, url: string) =>
        scopes.some(({ names, files }) => names[0] === name && files.has(listed(url))),
      rules(its: Rules) {
        rules ??= its;
        return rules;
      },
      policy,
      judge(url: string, asker: Asker) {
        const error = judge(url, asker);
        if (!error) open.set(withoutQuery(url), unlisted(url, asker.names));
        return error;
      },
      hold(url: string, { policy, check }: Asker) {
        const key = withoutQuery(url);
        for (const one of scopes) if (one.files.has(key)) one.policy = strictest([one.policy, policy]);
        const known = policy === "block" && open.get(key);
        if (!known) return check?.refusal(owner(url));
        // Another finding: the first was reported as let through.
        const { refused: _, ...details } = known;
        return Object.assign(new Error(known.message), details) as FedsealError;
      },
      brought(container: object, entry: string, now?: boolean) {
        const known = files.get(listed(entry));
        if (!known) return false;
        const mark = `${known.scope.url} ${known.tokens}`;
        if (now) containers.set(container, mark);
        return containers.get(container) === mark;
      },
      guard,
      inserted(element: HTMLScriptElement | HTMLLinkElement) {
        const url = (element as HTMLScriptElement).src || (element as HTMLLinkElement).href;
        const known = find(url) || scopes.some((one) => one.url === withoutQuery(url));
        if (url && !elements.has(element) && known) guard(element, { names: [], policy: "block" });
      },
      bind: (module: string, asker: Asker) => void askers.set(module, asker),
      loading: new Set<string>(),
      explain,
      isHot,
      tell,
      because,
      shared,
    }),
  );
}

/**
 * Why a file that has to match some tokens was not loaded: fetched once more, from the cache where possible. `otherwise`
 * looks for another reason in the sealed bytes.
 */
export function causeOf(
  url: string,
  tokens: readonly string[],
  otherwise?: (bytes: Bytes) => FedsealError | undefined,
): Promise<FedsealError | undefined> {
  const fetchInit: RequestInit = { cache: "force-cache", credentials: "omit" };
  return fetchBytes(url, { fetchInit, maxBytes: 2 ** 25 })
    .then(async ({ bytes }) => (await mismatch(bytes, tokens, url)) ?? otherwise?.(bytes))
    .catch((thrown) => (isFedsealError(thrown) ? thrown : undefined));
}

/** A URL from a base, or nothing where there is none. */
function absolute(path: string, base: string): string {
  return URL.canParse(path, base) ? new URL(path, base).href : "";
}

function strictest(policies: readonly Unsealed[]): Unsealed {
  return policies.find((one) => one === "block") ?? policies.find((one) => one === "warn") ?? "allow";
}

export function unlisted(url: string, names: Names): FedsealError {
  // Vite makes up names of its own: the alias says more.
  const remote = names.filter(Boolean).at(-1);
  return fedsealError(
    "ERR_FEDSEAL_UNSEALED",
    url,
    `is not in the manifest of ${remote ?? "a remote"}: deploy them from one build, or set \`unsealed\`.`,
    { remote },
  );
}
