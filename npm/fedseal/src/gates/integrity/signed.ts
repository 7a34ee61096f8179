import { join, relative, resolve } from "node:path";
import { type Diagnostic, type PublicKey, readHeaders, readSidecar } from "@fedseal/binding";
import type { CheckContext, FolderTarget, UrlTarget } from "../../check/area.js";
import { diagnostic } from "../../diagnostics.js";
import { readRegularFile } from "../../regular-files.js";
import { CARRIER_BYTES, headersFileOf, sidecarOf } from "../../sign/carriers.js";
import { publicKeyOf, readPublicKeyFile } from "../../sign/keys.js";
import { namesOf, secondsOf, shownTime } from "../../sign/statement.js";
import { statsAt } from "../../stats.js";
import { type JudgedSignature, signatureAt, signatureInFolder } from "./signature.js";

/** The keys of a configuration, each read once. */
export interface Pinned {
  keys: PublicKey[];
  diagnostics: Diagnostic[];
}

/** Reads the keys that the configuration names; one that cannot be used leaves signatures unchecked. */
export function pinnedKeys({ config, configFolder, cwd }: CheckContext): Pinned {
  const read = (config.signature?.keys ?? []).map((file) =>
    readPublicKeyFile(relative(cwd, resolve(configFolder, file)), cwd),
  );
  return {
    keys: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics = [] }) => diagnostics),
  };
}

/** How soon the end of a signature is a finding. */
const RENEW_WITHIN = "7d";

/**
 * Checks the signature of a manifest of a folder. Without keys in the configuration, nothing has to be signed; a sidecar that is
 * there is then held to the manifest by what it and the headers beside it say of themselves. Findings are relative to the folder.
 */
export async function checkSignedFolder(
  context: CheckContext,
  { path }: FolderTarget,
  manifest: string,
  bytes: Uint8Array,
  pinned: Pinned,
): Promise<Diagnostic[]> {
  if (pinned.diagnostics.length > 0) return [];
  const { origins } = context.config.signature ?? {};
  const now = context.unixTime;
  const file = sidecarOf(manifest);
  if (pinned.keys.length > 0) {
    const judged = await signatureInFolder(path, manifest, bytes, {
      keys: pinned.keys,
      now,
      ...(origins && { origins }),
    });
    return withEnd(judged, context, file);
  }
  const stats = statsAt(join(path, file));
  if (!stats) return [];
  const own = await ownKeys(path, manifest, bytes);
  if (own.keys.length > 0) {
    const judged = await signatureInFolder(path, manifest, bytes, { keys: own.keys, now, ...(origins && { origins }) });
    return withEnd(judged, context, file);
  }
  return own.stale ? [own.stale] : claimsOf(bytes, readRegularFile(join(path, file)), file, context);
}

/** Checks the signature of a manifest that a server serves, where the configuration has keys. */
export async function checkSignedUrl(
  context: CheckContext,
  { url }: UrlTarget,
  { bytes, redirects, headers }: { bytes: Uint8Array; redirects: string[]; headers: Record<string, string> },
  pinned: Pinned,
): Promise<Diagnostic[]> {
  if (pinned.diagnostics.length > 0 || pinned.keys.length === 0) return [];
  const [first] = redirects;
  if (first !== undefined) return [diagnostic("signature/redirected", `${first} redirects`, { file: url })];
  return withEnd(
    await signatureAt(url, bytes, context.http, { keys: pinned.keys, now: context.unixTime }, headers),
    context,
    url,
  );
}

/** The keys of the headers beside a sidecar: whether sidecar and manifest belong together can be told by them, though not whose they are. */
async function ownKeys(
  path: string,
  manifest: string,
  bytes: Uint8Array,
): Promise<{ keys: PublicKey[]; stale?: Diagnostic }> {
  const file = headersFileOf(manifest);
  const stats = statsAt(join(path, file));
  if (!stats || stats.size > CARRIER_BYTES) return { keys: [] };
  const { keys, problem } = readHeaders(bytes, readRegularFile(join(path, file)));
  if (problem != null) return { keys: [], stale: diagnostic("signature/mismatch", `${file}: ${problem}`, { file }) };
  const jwk = (raw: string) =>
    JSON.stringify({ kty: "OKP", crv: "Ed25519", x: Buffer.from(raw, "base64").toString("base64url") });
  return { keys: keys.flatMap((raw) => publicKeyOf(jwk(raw), file).value ?? []) };
}

/** Without any key: what the statements themselves say of release, time and form. */
function claimsOf(bytes: Uint8Array, sidecar: Uint8Array, file: string, context: CheckContext): Diagnostic[] {
  const { entries, problem } = readSidecar(sidecar);
  if (problem != null) return [diagnostic("signature/malformed", `${file}: ${problem}`, { file })];
  const { name, release } = namesOf(bytes);
  return entries.flatMap(({ statement, problem }) => {
    if (!statement) return [diagnostic("signature/malformed", `${file}: ${problem}`, { file })];
    if (statement.remote !== name) {
      const message = `${file}: it is signed as a manifest of the remote ${JSON.stringify(statement.remote)}, and this one is of ${JSON.stringify(name)}`;
      return [diagnostic("signature/wrong-remote", message, { file })];
    }
    if (statement.release !== release) {
      const message = `${file}: it is signed for the release ${JSON.stringify(statement.release)}, and the manifest is of ${JSON.stringify(release)}`;
      return [diagnostic("signature/mismatch", message, { file })];
    }
    return endOf(statement.exp, context, file);
  });
}

function withEnd({ statement, diagnostics }: JudgedSignature, context: CheckContext, file: string): Diagnostic[] {
  return statement ? endOf(statement.exp, context, file) : diagnostics;
}

/** The end of a signature, where it is near or over. */
function endOf(exp: number, { unixTime, config }: CheckContext, file: string): Diagnostic[] {
  const within = secondsOf(config.signature?.renewWithin ?? RENEW_WITHIN);
  if (within === undefined || exp > unixTime + within) return [];
  const end = shownTime(exp);
  const rule = exp <= unixTime ? "signature/expired" : "signature/expires-soon";
  return [diagnostic(rule, `${file}: the signature ${exp <= unixTime ? "ended" : "ends"} at ${end}`, { file })];
}
