import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { fetchBytes } from "./fetch-once.js";
import { malformed, withoutQuery } from "./manifest.js";
import { type Unsealed, type UnsealedPolicy, unsealedPolicy } from "./policy.js";
import { announce, type Report } from "./report.js";
import { differs, mismatch } from "./sri.js";

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
  /** Holds an entry that is on the page already to another host's policy. */
  hold(entry: string, policy: Unsealed): FedsealError | undefined;
  /** Puts the right hash on an element, or refuses. */
  guard(element: HTMLScriptElement | HTMLLinkElement, asker: Asker): FedsealError | undefined;
  /** The same for an element that is inserted by a loader that does not ask; nothing for a file that is not listed. */
  inserted(element: HTMLScriptElement | HTMLLinkElement): void;
  /** Says whose loader the module at a URL is. */
  bind(module: string, asker: Asker): void;
  /** URL of a module that an import map holds to its hash → the URL that it is loaded from. */
  readonly modules: Map<string, string>;
  /** Makes a finding known, once. */
  tell(error: FedsealError, refused: boolean): void;
  /** Gives an error that was thrown for a refused file its cause. */
  because(thrown: unknown): Promise<void>;
  readonly shared: {
    /** The page's Trusted Types policy. */
    policy?: { createScriptURL(url: string): unknown; createScript(text: string): unknown };
    /** Whether the page has an Integrity-Policy. */
    policed?: Promise<boolean>;
  };
}

type Cause = FedsealError | Promise<FedsealError | undefined>;

/** What a host asks for. */
export interface Rules {
  unsealed?: UnsealedPolicy;
  origins?: readonly string[];
  report?: Report;
  hot?: boolean;
}

/** No bytes have this digest that anyone could find; the browser therefore refuses all. */
const NOTHING = `sha384-${"A".repeat(64)}`;
/** Findings that are remembered; a page or server that has more has told enough. */
const MOST = 500;
/** What Chromium, Firefox and WebKit say of an import that did not load; a module's own error says something else. */
export const NOT_LOADED =
  /dynamically imported module|^Importing a module script|integrity mismatch|^Cross-origin script/;

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
  const modules = new Map<string, string>();
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
    return asker?.scope?.files.get(key) ?? files.get(key)?.tokens;
  };
  const find = (url: string) => tokensOf(url);
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

  /** Development: after an edit, a remote's files are others than its manifest says. A production host has no `hot`. */
  const isHot = (url: string, { scope }: Asker) => {
    if (!rules?.hot || !scope || !withoutQuery(url).startsWith(scope.base)) return false;
    scope.hot ||= /\.hot-update\.\w+$/.test(withoutQuery(url));
    return scope.hot;
  };

  const guard = (element: HTMLScriptElement | HTMLLinkElement, asker: Asker) => {
    const script = "src" in element;
    const url = script ? element.src : element.href;
    if (isHot(url, asker)) return undefined;
    const tokens = tokensOf(url, asker);
    const scope = asker.scope ?? files.get(listed(url))?.scope;
    elements.set(element, { ...asker, scope, policy: strictest([asker.policy, scope?.policy ?? "allow"]) });
    if (!tokens) {
      const error = judge(url, asker);
      if (error) element.integrity = NOTHING;
      return error;
    }
    if (!script && element.rel !== "stylesheet") element.href = modules.get(withoutQuery(url)) ?? url;
    if (element.integrity === tokens[0]) return undefined;
    element.integrity = tokens[0] as string;
    // Without it no hash is compared with what another origin sends; preloads and scripts have to agree on it.
    element.crossOrigin ??= "anonymous";
    // The browser says only that a file failed; the file itself says why.
    element.addEventListener("error", () =>
      // WebKit loads no preload at all under Integrity-Policy.
      explain(withoutQuery(url), tokens, async () =>
        !script && (await shared.policed) ? undefined : differs(url, `${tokens[0]}`),
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
    const near = ({ src }: HTMLScriptElement) =>
      [absolute(".", src), absolute(base || ".", document.baseURI)].some((folder) => folder && url.startsWith(folder));
    const own = [...(globalThis.document?.scripts ?? [])].filter((one) => !elements.has(one) && one.src);
    const those = typeof by === "object" && by ? [by] : own.filter(({ src }) => by == null || src === by);
    if (those.some(near)) return { names: [], policy: "allow" };
    const unsealed = rules?.unsealed ?? "block";
    const all = typeof unsealed === "string" ? [unsealed] : [unsealedPolicy(unsealed, []), ...Object.values(unsealed)];
    return { names: [], policy: strictest([...all, ...scopes.map(({ policy }) => policy)]) };
  };

  const call = (subject: HTMLScriptElement | HTMLLinkElement | string | Error, by: By, more?: string) => {
    if (subject instanceof Error) {
      // Most browsers name the file in the message; the loader knows it in every case.
      const url = more ?? /(https?|fedseal):\/\/[^\s'"]+/.exec(subject.message)?.[0] ?? "";
      const tokens = NOT_LOADED.test(subject.message) && tokensOf(url, askerOf(by, url));
      // The rest of such an address is the file's own.
      if (url.startsWith("fedseal:")) tell(unlisted(url.slice(url.indexOf("http")), []), true);
      if (tokens) {
        void explain(withoutQuery(url), tokens, () => notLoaded(url)).then((error) => {
          subject.cause ??= error;
        });
      }
      return undefined;
    }
    const url = typeof subject === "string" ? subject : "src" in subject ? subject.src : subject.href;
    const asker = askerOf(by, url, more);
    if (typeof subject !== "string") return guard(subject, asker);
    // A hash that no import map has told the browser is compared by nobody.
    return isHot(url, asker) || modules.has(withoutQuery(url)) ? undefined : judge(url, asker);
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
      hold(entry: string, policy: Unsealed) {
        const key = withoutQuery(entry);
        for (const one of scopes) if (one.files.has(key)) one.policy = strictest([one.policy, policy]);
        return policy === "block" ? open.get(key) : undefined;
      },
      guard,
      inserted(element: HTMLScriptElement | HTMLLinkElement) {
        const url = (element as HTMLScriptElement).src || (element as HTMLLinkElement).href;
        if (url && !elements.has(element) && find(url)) guard(element, { names: [], policy: "block" });
      },
      bind: (module: string, asker: Asker) => void askers.set(module, asker),
      modules,
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
  otherwise?: (bytes: BufferSource) => FedsealError | undefined,
): Promise<FedsealError | undefined> {
  const fetchInit: RequestInit = { cache: "force-cache", credentials: "omit" };
  return fetchBytes(url, { fetchInit, maxBytes: 2 ** 25 })
    .then(async ({ bytes }) => (await mismatch(bytes, tokens, url)) ?? otherwise?.(bytes))
    .catch((thrown) => (isFedsealError(thrown) ? thrown : undefined));
}

/** An import that failed although the file is the sealed one now. */
export function notLoaded(url: string): FedsealError {
  const what =
    "did not load, and has the sealed bytes now: another answer came first, or the page's policy stopped it.";
  return fedsealError("ERR_FEDSEAL_FETCH", url, what);
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
