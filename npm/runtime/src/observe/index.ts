import type { FedsealError } from "../errors.js";
import { eventOf, type LoadEvent, typeOf } from "./event.js";
import { Outbox } from "./outbox.js";

export type { LoadEvent } from "./event.js";

export interface ObserveOptions {
  /** Where events go: a path of the page's own server. */
  endpoint: string;
  /** Remote → the release that this page uses, and its channel: of the release set. */
  releases?: Readonly<Record<string, { release: string; channel: string }>>;
}

/** What Module Federation hands to hooks; as much of it as is read here. */
interface Load {
  id?: string;
  expose?: string;
  pkgNameOrAlias?: string;
  remote?: { name?: string; alias?: string; entry?: string };
  lifecycle?: string;
  error?: unknown;
}

/** A runtime plugin of Module Federation, as much of it as this one is. */
export interface ObservePlugin {
  name: string;
  beforeRequest<Args extends { id: string }>(args: Args): Args;
  onLoad(args: object): void;
  errorLoadRemote(args: object): void;
}

/**
 * A runtime plugin of Module Federation that tells the page's server how each load went: one event, without anything of the user's.
 * It changes nothing about loading. For pages; elsewhere it tells nothing.
 */
export function observe({ endpoint, releases = {} }: ObserveOptions): ObservePlugin {
  const outbox = new Outbox(endpoint);
  const begun = new Map<string, number>();
  const failed = new Set<string>();
  /** Addresses that fedseal let in without a seal. */
  const unsealed: string[] = [];
  /** What fedseal refused last. */
  let refusal: { code: string; url?: string } | undefined;

  const tell = (event: LoadEvent) => {
    if (refusal && isVague(event["error.type"])) explain(event);
    const of = releases[event["mf.remote"] ?? ""];
    outbox.add(eventOf({ ...event, "mf.release": of?.release, "mf.channel": of?.channel }));
  };
  /** Module Federation tells both names of a remote, and the release set has one of them: all events go by that. */
  const nameOf = (remote: Load["remote"], other?: string) =>
    releases[remote?.alias ?? ""] ? remote?.alias : (remote?.name ?? other);
  const sealOf = (entry = ""): LoadEvent["mf.seal"] => {
    const folder = entry.replace(/[^/]*$/, "");
    return !("__FEDSEAL__" in globalThis) || unsealed.some((url) => url.startsWith(folder)) ? "absent" : "ok";
  };

  globalThis.addEventListener?.("fedseal", (heard) => {
    const { code, url, refused } = (heard as CustomEvent<FedsealError>).detail;
    if (!refused) {
      if (code === "ERR_FEDSEAL_UNSEALED") unsealed.push(`${url}`);
      return;
    }
    // Engines differ in whether this or the failed load is told first; Module Federation's own code says less.
    refusal = { code, url };
    for (const event of outbox.waiting) if (isVague(event["error.type"])) explain(event);
    setTimeout(() => {
      refusal = undefined;
    }, 1000);
  });
  // A bundler's chunk loader says `ChunkLoadError`.
  const isVague = (type: string | undefined) => /^(RUNTIME|unknown)|Error$/.test(type ?? "-");
  const explain = (event: LoadEvent) =>
    Object.assign(
      event,
      eventOf({ ...event, "mf.seal": "failed", "error.type": refusal?.code, "url.full": refusal?.url }),
    );
  globalThis.addEventListener?.("securitypolicyviolation", ({ blockedURI, effectiveDirective, disposition }) => {
    if (disposition !== "enforce" || !/^(script|style|connect)-src/.test(effectiveDirective)) return;
    tell({ name: "mf.policy.error", "error.type": effectiveDirective, "url.full": blockedURI });
  });

  return {
    name: "fedseal-observe",
    beforeRequest(args) {
      if (!begun.has(args.id)) begun.set(args.id, performance.now());
      return args;
    },
    onLoad({ id = "", expose, pkgNameOrAlias, remote }: Load) {
      tell({
        name: "mf.load",
        "mf.remote": nameOf(remote, pkgNameOrAlias ?? id),
        "mf.expose": expose,
        "mf.seal": sealOf(remote?.entry),
        ...time(id),
        recovered: failed.delete(id) || undefined,
      });
    },
    errorLoadRemote({ id = "", error, lifecycle, remote }: Load) {
      // A manifest goes by its address.
      const [first, ...rest] = id.includes("://") ? [] : id.split("/");
      const type = typeOf(error);
      failed.add(id);
      tell({
        name: lifecycle === "afterResolve" ? "mf.manifest.error" : "mf.load.error",
        "mf.remote": nameOf(remote, first),
        "mf.expose": rest[0] && `./${rest.join("/")}`,
        "mf.seal": type.startsWith("ERR_FEDSEAL_") ? "failed" : undefined,
        "error.type": type,
        "url.full": (error as { url?: string })?.url ?? remote?.entry,
        ...time(id),
      });
    },
  };

  function time(id: string): { duration?: number } {
    const start = begun.get(id);
    begun.delete(id);
    return start === undefined ? {} : { duration: Math.round(performance.now() - start) };
  }
}
