import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { fetchBytes } from "./fetch-once.js";
import { malformed, withoutQuery } from "./manifest.js";
import { type Unsealed, type UnsealedPolicy, unsealedPolicy } from "./policy.js";
import { announce, type Report } from "./report.js";
import { differs, mismatch } from "./sri.js";

/** What one manifest allows. */
export interface Scope {
  /** The manifest's URL, without query. */
  url: string;
  /** The names of its remote: the two that the host calls it by, then what it calls itself. */
  names: Names;
  /** Everything below this URL belongs to it. */
  base: string;
  /** URL → tokens that have to match; the first is the strongest. */
  files: ReadonlyMap<string, readonly string[]>;
  /** What happens to what it does not list. */
  policy: Unsealed;
}

/** What the chunk loader of a sealed remote hands over: the element it is about to insert, or the error it got. */
type Subject = HTMLScriptElement | HTMLLinkElement | Error;
/** What a remote is called; what is undefined is not known. */
export type Names = readonly (string | undefined)[];

/**
 * One for a page or a Node process, at the global name `__FEDSEAL__`, which cannot be replaced. Called as a function it
 * is what the chunk loaders of sealed remotes know of fedseal.
 */
export interface Registry {
  (subject: Subject, name: string): void;
  readonly version: 1;
  /**
   * Lets the files of a manifest run. A newer one from the same URL adds to the older; one from elsewhere cannot change
   * what is known of files that stand below another manifest.
   *
   * @throws ERR_FEDSEAL_METADATA_MALFORMED
   */
  add(scope: Scope): void;
  /** The tokens of a file; nothing if no manifest lists it. */
  find(url: string): readonly string[] | undefined;
  /** Whether a manifest was let in. */
  knows(manifest: string): boolean;
  /** Whether a manifest of the remote that the host calls so lists a file. */
  lists(name: string, url: string): boolean;
  /** What happens to a file that no manifest lists. */
  unsealed(url: string, names: Names): Unsealed;
  /** Names a host: the page's own code, which no manifest lists. A remote that has remotes is none. */
  host(name: string): void;
  /** The first host's rules. Whoever comes later, a remote that has remotes perhaps, can be stricter and not laxer. */
  rules(its: Rules): Rules;
  /** The policy for a remote, under somebody's own rules and the first host's. */
  policy(own: UnsealedPolicy | undefined, names: Names): Unsealed;
  /** Says so if a file that no manifest lists is loaded; gives the error if it may not be. */
  judge(url: string, names: Names): FedsealError | undefined;
  /** Puts the right hash on an element, or refuses. */
  guard(element: HTMLScriptElement | HTMLLinkElement, names: Names): FedsealError | undefined;
  /** Makes a finding known, once. */
  tell(error: FedsealError, refused: boolean): void;
  /** Gives an error that was thrown for a refused file its cause. */
  because(thrown: unknown): Promise<void>;
  readonly shared: { policy?: { createScriptURL(url: string): unknown; createScript(text: string): unknown } };
}

/** What a host asks for. */
export interface Rules {
  unsealed?: UnsealedPolicy;
  origins?: readonly string[];
  report?: Report;
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
  const hosts = new Set<string>();
  /** URL → why it was refused; what is being looked for is a promise. */
  const causes = new Map<string | undefined, FedsealError | Promise<FedsealError>>();
  let rules: Rules | undefined;
  const find = (url: string) => files.get(withoutQuery(url))?.tokens;
  /** What was told is told again after a new manifest, or when there is too much of it. */
  const told = new Set<string>();
  const forget = () => {
    causes.clear();
    told.clear();
  };
  const remember = (url: string | undefined, cause: FedsealError | Promise<FedsealError>) => {
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

  const unsealed = (url: string, names: Names): Unsealed => {
    if (names.some((name) => name && hosts.has(name))) return "allow";
    const key = withoutQuery(url);
    // The strictest: a remote that claims another's name or place does not loosen the other's policy.
    const near = scopes.filter(
      (one) => key.startsWith(one.base) || one.names.some((name) => name && names.includes(name)),
    );
    return near[0] ? strictest(near.map(({ policy }) => policy)) : unsealedPolicy(rules?.unsealed, names);
  };

  const judge = (url: string, names: Names) => {
    const policy = unsealed(url, names);
    if (policy === "allow") return undefined;
    const error = unlisted(url, names);
    tell(error, policy === "block");
    return policy === "block" ? error : undefined;
  };

  const guard = (element: HTMLScriptElement | HTMLLinkElement, names: Names) => {
    const url = "src" in element ? element.src : element.href;
    const tokens = find(url);
    if (tokens) {
      if (element.integrity === tokens[0]) return undefined;
      element.integrity = tokens[0] as string;
      // Without it no hash is compared with what another origin sends; preloads and scripts have to agree on it.
      element.crossOrigin ??= "anonymous";
      // The browser says only that a file failed; the file itself says why.
      element.addEventListener("error", () => explain(withoutQuery(url), tokens));
      return undefined;
    }
    const error = judge(url, names);
    if (error) element.integrity = NOTHING;
    return error;
  };

  const explain = (url: string, tokens: readonly string[]) => {
    const cause = causeOf(url, tokens);
    remember(url, cause);
    void cause.then((error) => tell(error, true));
  };

  const because = async (thrown: unknown) => {
    if (!(thrown instanceof Error) || isFedsealError(thrown)) return;
    for (const [url, cause] of causes) if (url && thrown.message.includes(url)) thrown.cause ??= await cause;
  };

  const call = (subject: Subject, name: string) => {
    if (!(subject instanceof Error)) return void guard(subject, [name]);
    // A failed import() names its file in the message, in every browser.
    const url = /(https?|fedseal):\/\/[^\s'"]+/.exec(subject.message)?.[0];
    const tokens = url && find(url);
    if (url?.startsWith("fedseal:")) tell(unlisted(url, [name]), true);
    else if (tokens) explain(withoutQuery(url as string), tokens);
    void because(subject);
  };

  return Object.freeze(
    Object.assign(call, {
      version: 1 as const,
      add(scope: Scope) {
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
        forget();
      },
      find,
      knows: (manifest: string) => scopes.some(({ url }) => url === withoutQuery(manifest)),
      lists: (name: string, url: string) =>
        scopes.some(({ names, files }) => names[0] === name && files.has(withoutQuery(url))),
      unsealed,
      judge,
      host(name: string) {
        // A remote that has remotes has an instance, too, and comes after its manifest.
        if (!scopes[0]) hosts.add(name);
      },
      rules(its: Rules) {
        rules ??= its;
        return rules;
      },
      policy,
      guard,
      tell,
      because,
      shared: {},
    }),
  );
}

/** Why a file that has to match some tokens was not loaded: fetched once more, from the cache where possible. */
export function causeOf(url: string, tokens: readonly string[]): Promise<FedsealError> {
  const fetchInit: RequestInit = { cache: "force-cache", credentials: "omit" };
  return fetchBytes(url, { fetchInit, maxBytes: 2 ** 25 })
    .then(({ bytes }) => mismatch(bytes, tokens, url))
    .catch((thrown) => (isFedsealError(thrown) ? thrown : undefined))
    .then((error) => error ?? differs(url, `${tokens[0]}`));
}

function strictest(policies: readonly Unsealed[]): Unsealed {
  return policies.find((one) => one === "block") ?? policies.find((one) => one === "warn") ?? "allow";
}

export function unlisted(url: string, names: Names): FedsealError {
  const remote = names.find((name) => name !== undefined);
  return fedsealError(
    "ERR_FEDSEAL_UNSEALED",
    url,
    `is not in the manifest of ${remote ?? "a remote"}: deploy them from one build, or set \`unsealed\`.`,
    { remote },
  );
}
