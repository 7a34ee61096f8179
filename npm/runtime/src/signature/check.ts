import { type FedsealError, isFedsealError } from "../errors.js";
import type { Fetched, FetchLimits } from "../fetch-once.js";
import { type FederationManifest, readManifest, withoutQuery } from "../manifest.js";
import { registry } from "../page-registry.js";
import type { Load, Read, SignatureCheck, SignatureChecks } from "../signed.js";
import { raiseFloor } from "./floors.js";
import { type RemoteRules, rulesOf, type SignatureOptions } from "./rules.js";
import { readSidecar, type Signature, type Statement } from "./sidecar.js";
import { refusal, standing, verify } from "./verify.js";

/**
 * Manifest → the URL that it came from, and rules → the statement that it passed them with; nothing where it had no signature,
 * and needed none. One for the page: Module Federation shares manifests between hosts, and the same rules need to be passed
 * only once.
 */
type Passed = WeakMap<FederationManifest, [at: string, Map<string, Statement | undefined>]>;

function passed(): Passed {
  const { shared } = registry();
  shared.signed ??= new WeakMap();
  return shared.signed as Passed;
}

/** What a host wants of the signatures of its remotes, of options that were validated. */
export function checksOf(byRemote: Readonly<Record<string, SignatureOptions>>): SignatureChecks {
  const checks: SignatureChecks = (names, floor) => {
    const rules = rulesOf(byRemote, names);
    const own = rules && checkOf([rules]);
    const other = floor === checks ? undefined : floor?.(names);
    if (!own || !other) return own ?? other;
    return checkOf([...own.parts, ...(other as Check).parts]);
  };
  return checks;
}

/** A check of one host, or of two on a page: a manifest that has to pass both is fetched once. */
interface Check extends SignatureCheck {
  parts: readonly RemoteRules[];
}

function checkOf(parts: readonly RemoteRules[]): Check {
  return {
    parts,
    mark: parts.map(({ mark }) => mark).join(),
    required: parts.some(({ required }) => required),
    read: (url, limits, load, got) => readVerified(parts, url, limits, load, got),
    refusal(read, again = false) {
      if (!read) return undefined;
      const { manifest, url } = read;
      const [at = url, all] = passed().get(manifest) ?? [];
      // Files are known by addresses without queries. A caller's own address is what was asked.
      const isThere = again ? withoutFragment(url) === at : withoutQuery(at) === url;
      for (const rules of parts) {
        const statement = all?.get(rules.mark);
        if (!isThere || !all?.has(rules.mark) || (statement && statement.remote !== rules.remote)) {
          return refusal("MISSING", url, "came without this check.");
        }
        const error = again && statement && standing(statement, rules, url);
        if (error) return error;
      }
      return undefined;
    },
  };
}

/** Fetches both at once, and reads the manifest from the bytes that were verified. */
async function readVerified(
  parts: readonly RemoteRules[],
  asked: string,
  limits: FetchLimits,
  load: Load,
  got?: Promise<Fetched>,
): Promise<Read> {
  const url = withoutFragment(asked);
  const init = (integrity?: string) => ({ ...limits, fetchInit: { ...limits.fetchInit, integrity } });
  const sidecarUrl = sidecarOf(url);
  // What went wrong with it is said when it is its turn.
  const sidecar = load(sidecarUrl, init()).catch((thrown: unknown) => ({ thrown }));
  const native = parts.map(({ native }) => native).find(Boolean);
  const { bytes, url: from } = await (got ?? load(url, native ? init(native) : limits));
  const at = withoutFragment(from);
  const signatures = signaturesOf(await sidecar, sidecarUrl);
  if (!Array.isArray(signatures)) {
    if (parts.some(({ required }) => required)) throw signatures;
    registry().tell(signatures, false);
  }
  const marks: [string, Statement | undefined][] = [];
  for (const rules of parts) {
    const statement = Array.isArray(signatures) ? await verify({ url, at, bytes }, signatures, rules) : undefined;
    marks.push([rules.mark, statement]);
  }
  const manifest = readManifest(bytes, at);
  for (const [, statement] of marks) {
    const { remote = manifest.name } = statement ?? {};
    if (remote !== manifest.name) throw refusal("WRONG_REMOTE", at, `is signed as ${remote}, not ${manifest.name}.`);
  }
  for (const [, statement] of marks) if (statement) raiseFloor(statement);
  passed().set(manifest, [at, new Map(marks)]);
  return { manifest, url: at };
}

/** As requests go. */
function withoutFragment(url: string): string {
  return url.replace(/#.*/s, "");
}

/** The sidecar lies beside the manifest. Queries stay behind. */
function sidecarOf(url: string): string {
  const sidecar = new URL(url);
  sidecar.pathname += ".sig";
  return sidecar.href;
}

/** Storage of objects that most hosts have in private, and answer so where nothing is. */
const ABSENT = [403, 404, 410];

/** The signatures that arrived; where there are none, the error that says so. */
function signaturesOf(answer: Fetched | { thrown: unknown }, url: string): Signature[] | FedsealError {
  const { thrown } = answer as { thrown?: unknown };
  const { url: at, status = 0 } = (thrown ?? answer) as { url: string; status?: number };
  if (thrown && !(isFedsealError(thrown, "ERR_FEDSEAL_FETCH") && ABSENT.includes(status))) throw thrown;
  if (at !== url) throw refusal("REDIRECTED", at, `answered for ${url}.`);
  if (thrown) return refusal("MISSING", url, `is not there (status ${status}).`, thrown);
  const signatures = readSidecar((answer as Fetched).bytes);
  if (signatures) return signatures;
  throw refusal("SCHEMA", url, "is no list of signatures.");
}
