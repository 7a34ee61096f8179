import { type FedsealError, fedsealError, isFedsealError } from "./errors.js";
import { fetchBytes } from "./fetch.js";
import { withoutQuery } from "./manifest.js";
import type { Unsealed } from "./policy.js";
import { differs, mismatch } from "./sri.js";

/** What one manifest allows. */
export interface Scope {
  /** The names its remote goes by: in the host, as an alias, in its own build. */
  names: readonly string[];
  /** Everything below this URL belongs to it. */
  base: string;
  /** URL → tokens that have to match; the first is the strongest. */
  files: ReadonlyMap<string, readonly string[]>;
  /** What happens to what it does not list. */
  policy: Unsealed;
}

/** What the chunk loader of a sealed remote hands over: the element it is about to insert, or the error it got. */
type Subject = HTMLScriptElement | HTMLLinkElement | Error;

/**
 * One for a page or a Node process, at the global name `__FEDSEAL__`, which cannot be replaced. Called as a function it
 * is what the chunk loaders of sealed remotes know of fedseal.
 */
export interface Registry {
  (subject: Subject, name: string): void;
  readonly version: 1;
  /** Lets the files of a manifest run. A newer manifest of the same remote adds to the older. */
  add(scope: Scope): void;
  /** The tokens of a file; nothing if no manifest lists it. */
  find(url: string): readonly string[] | undefined;
  /** The files below a URL that manifests list. */
  listed(base: string): string[];
  /** What happens to a file that no manifest lists. */
  unsealed(url: string, names: readonly (string | undefined)[]): Unsealed;
  /** Whether a manifest of this remote, or above this URL, is known. */
  knows(url: string): boolean;
  /** Names a host: the page's own code, which no manifest lists. */
  host(name: string, rules: Rules): void;
  /** Puts the right hash on an element, or refuses. */
  guard(element: HTMLScriptElement | HTMLLinkElement, names: readonly (string | undefined)[]): FedsealError | undefined;
  readonly shared: { policy?: { createScriptURL(url: string): unknown; createScript(text: string): unknown } };
}

/** The rules of the host that made the registry; later hosts on the page share them. */
export interface Rules {
  fallback(names: readonly (string | undefined)[]): Unsealed;
  report(error: FedsealError, refused: boolean): void;
}

/** No bytes have this digest that anyone could find; the browser therefore refuses all. */
const NOTHING = `sha384-${"A".repeat(64)}`;

export function registry(): Registry {
  const page = globalThis as { __FEDSEAL__?: Registry };
  if (page.__FEDSEAL__ === undefined) Object.defineProperty(page, "__FEDSEAL__", { value: create() });
  const found = page.__FEDSEAL__;
  if (found?.version !== 1) {
    throw fedsealError(
      "ERR_FEDSEAL_UNSUPPORTED",
      "another version of fedseal, or something else, holds the global name __FEDSEAL__.",
      {},
    );
  }
  return found;
}

function create(): Registry {
  const files = new Map<string, readonly string[]>();
  const scopes: Scope[] = [];
  const hosts = new Set<string>();
  let rules: Rules | undefined;
  const tell = (error: FedsealError, refused: boolean) => rules?.report(error, refused);
  const keyOf = (url: string) => withoutQuery(url, typeof document === "object" ? document.baseURI : undefined);
  const find = (url: string) => files.get(keyOf(url));

  const unsealed: Registry["unsealed"] = (url, names) => {
    if (names.some((name) => name !== undefined && hosts.has(name))) return "allow";
    const key = keyOf(url);
    const above = scopes.filter(({ base }) => key.startsWith(base)).sort((a, b) => b.base.length - a.base.length)[0];
    const scope = above ?? scopes.find((one) => one.names.some((name) => names.includes(name)));
    return scope?.policy ?? rules?.fallback(names) ?? "block";
  };

  const guard: Registry["guard"] = (element, names) => {
    const url = "src" in element ? element.src : element.href;
    const tokens = find(url);
    const [integrity] = tokens ?? [];
    if (tokens && integrity !== undefined) {
      element.integrity = integrity;
      // As the bundlers' loaders do: a same-origin file is not requested in another mode than its preload.
      if (element.crossOrigin === null && new URL(url, document.baseURI).origin !== location.origin) {
        element.crossOrigin = "anonymous";
      }
      element.addEventListener("error", () => void explain(url, tokens));
      return undefined;
    }
    const policy = unsealed(url, names);
    if (policy === "allow") return undefined;
    const error = unlisted(url, names);
    tell(error, policy === "block");
    if (policy === "warn") return undefined;
    element.integrity = NOTHING;
    return error;
  };

  /** The browser says only that a file failed; the file itself says why. */
  const explain = async (url: string, tokens: readonly string[]): Promise<FedsealError> => {
    const error = await causeOf(url, tokens);
    tell(error, true);
    return error;
  };

  const call = (subject: Subject, name: string) => {
    if (!(subject instanceof Error)) return void guard(subject, [name]);
    // A failed import() names its file in the message, in every browser.
    const url = /(https?|fedseal):\/\/[^\s'"]+/.exec(subject.message)?.[0];
    const tokens = url === undefined ? undefined : find(url);
    if (url?.startsWith("fedseal:")) tell(unlisted(url, [name]), true);
    else if (url !== undefined && tokens) {
      void explain(url, tokens).then((cause) => {
        subject.cause ??= cause;
      });
    }
  };

  return Object.freeze(
    Object.assign(call, {
      version: 1 as const,
      add(scope: Scope) {
        scopes.unshift(scope);
        for (const [url, tokens] of scope.files) files.set(url, tokens);
      },
      find,
      listed: (base: string) => [...files.keys()].filter((url) => url.startsWith(base)),
      unsealed,
      knows: (url: string) => files.has(keyOf(url)),
      host(name: string, its: Rules) {
        hosts.add(name);
        rules ??= its;
      },
      guard,
      shared: {},
    }),
  );
}

/** Why a file that has to match some tokens was not loaded: fetched once more, from the cache where possible. */
export async function causeOf(url: string, tokens: readonly string[]): Promise<FedsealError> {
  try {
    const { bytes } = await fetchBytes(url, {
      fetchInit: { cache: "force-cache", credentials: "omit" },
      redirect: "origins",
      origins: [new URL(url).origin],
      maxBytes: 1024 * 1024 * 1024,
    });
    return (await mismatch(bytes, tokens, url)) ?? differs(url, tokens[0] ?? "");
  } catch (thrown) {
    if (isFedsealError(thrown)) return thrown;
    throw thrown;
  }
}

export function unlisted(url: string, names: readonly (string | undefined)[]): FedsealError {
  const remote = names.find((name) => name !== undefined);
  return fedsealError(
    "ERR_FEDSEAL_UNSEALED",
    `${url} is not in the sealed manifest of ${remote ?? "any remote"}: nothing says which bytes it has to be. Seal the build of the remote, deploy its manifest together with its files, or set \`unsealed\` for it.`,
    { url, ...(remote !== undefined && { remote }) },
  );
}
