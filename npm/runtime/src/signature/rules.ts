import type { Names } from "../page-registry.js";
import { padded } from "./base64.js";
import { type Key, keyOf, type PublicJwk } from "./key.js";

/** What a host wants of the signatures of one remote. */
export interface SignatureOptions {
  /**
   * `require`: without a valid signature nothing of the remote is loaded, and nothing that its manifest does not seal.
   * `when-present`: a manifest without one is let in with a warning, one with a wrong one is refused. `off`: signatures are
   * not looked at.
   */
  policy: "require" | "when-present" | "off";
  /** Public keys whose signatures count. */
  keys?: readonly PublicJwk[];
  /** `kid` → lowest `seq` that is let in. Without one, the highest that was let in before counts. */
  floors?: Readonly<Record<string, number>>;
  /** Milliseconds by which clocks may differ. Default: 300,000. */
  clockSkew?: number;
  /** Origins that the remote may come from. Default: any that it was signed for. */
  origins?: readonly string[];
  /**
   * Browsers that know Ed25519 in `integrity` check the response's own signature headers, too. They refuse the manifest of
   * a server that does not send them. Default: `false`.
   */
  native?: boolean;
}

/** Options of one remote, checked. */
export interface RemoteRules {
  /**
   * What the remote has to be signed as: the name of its container. By an alias, a host would take the manifest of another
   * remote that is called so.
   */
  remote: string | undefined;
  required: boolean;
  keys: readonly Key[];
  floors: Readonly<Record<string, number>>;
  clockSkew: number;
  origins: readonly string[] | undefined;
  /** What `integrity` of a request says to browsers that check signatures themselves; the others go past it. */
  native: string;
  /** The same for the same rules, in every host of a page. */
  mark: string;
}

/**
 * The rules of a remote, by the names that a host has for it. Remotes that are not named, where there is no `"*"`, have no
 * key: nothing of theirs is let in.
 */
export function rulesOf(byRemote: Readonly<Record<string, SignatureOptions>>, names: Names): RemoteRules | undefined {
  const own = [...names, "*"].find((name) => name && Object.hasOwn(byRemote, name));
  const options: SignatureOptions = (own && byRemote[own]) || { policy: "require" };
  const { policy, keys = [], floors = {}, clockSkew = 300_000, origins, native = false } = options;
  if (policy === "off") return undefined;
  const tokens = keys.filter(({ kty }) => native && kty === "OKP").map(({ x }) => `ed25519-${padded(`${x}`)}`);
  const mark = JSON.stringify([policy, keys, floors, clockSkew, origins]);
  const [name, alias] = names;
  return {
    // Vite makes up names: "<host>__<alias>".
    remote: name?.endsWith(`__${alias}`) ? alias : name,
    required: policy !== "when-present",
    keys: keys.map(keyOf),
    floors,
    clockSkew,
    origins,
    native: tokens.join(" "),
    mark,
  };
}
