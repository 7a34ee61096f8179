import { type FedsealError, isFedsealError } from "../errors.js";
import type { Fetched, FetchLimits } from "../fetch-once.js";
import { type FederationManifest, readManifest, withoutQuery } from "../manifest.js";
import { type Names, registry } from "../page-registry.js";
import type { Load, Read, SignatureCheck, SignatureChecks } from "../signed.js";
import { raiseFloor } from "./floors.js";
import { type RemoteRules, rulesOf, type SignatureOptions } from "./rules.js";
import { readSidecar, type Signature, type Statement } from "./sidecar.js";
import { refusal, standing, verify } from "./verify.js";

/** What a manifest was let in with: nothing where it had no signature, and needed none. */
interface Passed {
  url: string;
  statement: Statement | undefined;
}

/**
 * Manifest → rules → what it passed them with. One for the page: Module Federation shares manifests between hosts, and
 * the same rules need to be passed only once.
 */
function passed(): WeakMap<FederationManifest, Map<string, Passed>> {
  const { shared } = registry();
  shared.signed ??= new WeakMap();
  return shared.signed as WeakMap<FederationManifest, Map<string, Passed>>;
}

/** What a host wants of the signatures of its remotes, of options that were validated. */
export function checksOf(byRemote: Readonly<Record<string, SignatureOptions>>): SignatureChecks {
  const checks: SignatureChecks = (names, floor) => {
    const rules = rulesOf(byRemote, names);
    const own = rules && checkOf([{ rules, names }]);
    const other = floor === checks ? undefined : floor?.(names);
    if (!own || !other) return own ?? other;
    const more = (other as Check).parts.filter(({ rules }) => own.parts[0]?.rules.mark !== rules.mark);
    return checkOf([...own.parts, ...more]);
  };
  return checks;
}

interface Part {
  rules: RemoteRules;
  names: Names;
}

/** A check of one host, or of two on a page: a manifest that has to pass both is fetched once. */
interface Check extends SignatureCheck {
  parts: readonly Part[];
}

function checkOf(parts: readonly Part[]): Check {
  return {
    parts,
    mark: parts.map(({ rules }) => rules.mark).join(),
    required: parts.some(({ rules }) => rules.required),
    read: (url, limits, load, got) => readVerified(parts, { url, limits, load, got }),
    refusal(read, again = false) {
      if (!read) return undefined;
      const { manifest, url } = read;
      for (const { rules, names } of parts) {
        const one = passed().get(manifest)?.get(rules.mark);
        const isHere = one && withoutQuery(one.url) === withoutQuery(url);
        if (!isHere || (one.statement && !names.includes(one.statement.remote))) {
          return refusal("MISSING", url, "was let in before without this check.");
        }
        const error = again && one.statement && standing(one.statement, rules, url);
        if (error) return error;
      }
      return undefined;
    },
  };
}

interface Request {
  url: string;
  limits: FetchLimits;
  load: Load;
  got: Promise<Fetched> | undefined;
}

/** Fetches both at once, and reads the manifest from the bytes that were verified. */
async function readVerified(parts: readonly Part[], { url: asked, limits, load, got }: Request): Promise<Read> {
  const url = withoutFragment(asked);
  const init = (integrity?: string) => ({ ...limits, fetchInit: { ...limits.fetchInit, integrity } });
  const sidecarUrl = sidecarOf(url);
  // What went wrong with it is said when it is its turn.
  const sidecar = load(sidecarUrl, init()).catch((thrown: unknown) => ({ thrown }));
  const native = parts.map(({ rules }) => rules.native).find(Boolean);
  const { bytes, url: from } = await (got ?? load(url, native ? init(native) : limits));
  const at = withoutFragment(from);
  const signatures = signaturesOf(await sidecar, sidecarUrl);
  const statements = new Map<Part, Statement>();
  if (!Array.isArray(signatures)) {
    if (parts.some(({ rules }) => rules.required)) throw signatures;
    registry().tell(signatures, false);
  } else {
    for (const part of parts) {
      statements.set(part, await verify({ url, at, bytes }, signatures, part.rules, part.names));
    }
  }
  const manifest = readManifest(bytes, at);
  for (const [, { remote }] of statements) {
    if (remote === manifest.name) continue;
    throw refusal("WRONG_REMOTE", at, `is signed as ${remote}, but named ${manifest.name}.`);
  }
  const marks = new Map<string, Passed>();
  for (const part of parts) {
    const statement = statements.get(part);
    if (statement) raiseFloor(statement);
    marks.set(part.rules.mark, { url: at, statement });
  }
  passed().set(manifest, marks);
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
  if ("thrown" in answer) {
    const { thrown } = answer;
    const { status = 0 } = thrown as { status?: number };
    if (!isFedsealError(thrown, "ERR_FEDSEAL_FETCH") || !ABSENT.includes(status)) throw thrown;
    return refusal("MISSING", url, `is not there (status ${status}).`, thrown);
  }
  if (answer.url !== url) throw refusal("REDIRECTED", url, `answered from ${answer.url}.`);
  const signatures = readSidecar(answer.bytes);
  if (signatures) return signatures;
  throw refusal("SCHEMA", url, "is no list of 1 to 8 signatures, and nothing else.");
}
