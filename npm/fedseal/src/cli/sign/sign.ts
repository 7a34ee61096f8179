import { join, resolve } from "node:path";
import {
  type Diagnostic,
  type PublicKey,
  readHeaders,
  readSidecar,
  type SignatureStatement,
  verifyManifest,
} from "@fedseal/binding";
import { loadConfig } from "../../config/load.js";
import { diagnostic } from "../../diagnostics.js";
import { headersFileOf, sidecarOf } from "../../sign/carriers.js";
import { readPublicKeyFile } from "../../sign/keys.js";
import { type Carriers, signManifest } from "../../sign/sign-manifest.js";
import { type StatementSettings, shownTime, statementOf, unixNow } from "../../sign/statement.js";
import type { ExitCode } from "../exit-code.js";
import { type Outcome, type Printing, report } from "../output.js";
import { alone, carriersIn, readyToSign, whileAdding, writeCarriersTo } from "./folder.js";

interface Options extends StatementSettings, Printing {
  key: string;
  signer?: string;
  now?: number;
  append: boolean;
  manifest?: string;
  include: string[];
  exclude: string[];
}

/** `fedseal sign <dir>` */
export function sign(dir: string, { format, verbose, quiet, ...options }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  return report({ area: "sign", dir, ...printing }, async (progress): Promise<Outcome> => {
    const refused = (diagnostics: Diagnostic[]): Outcome => ({ diagnostics, summary: "" });
    const ready = await readyToSign(dir, options, progress);
    if (!ready.value) return refused(ready.diagnostics);
    const { signer, manifest, bytes } = ready.value;
    const made = statementOf(bytes, options, options.now ?? unixNow());
    if ("problem" in made) return refused([diagnostic("options/invalid", made.problem)]);
    const write = async (): Promise<Outcome> => {
      let before: Carriers | undefined;
      let kept = "";
      if (options.append) {
        const found = await carriersIn(dir, manifest);
        if (found.diagnostics) return refused(found.diagnostics.map(undecided));
        before = found.value;
        if (!before) {
          const message = `--append: there is no ${sidecarOf(manifest)} to add a signature to`;
          const help = "Take the signed folder of the release; for the first signature, leave `--append` out.";
          return refused([diagnostic("options/invalid", message, undefined, help)]);
        }
        const known = await knownKeys(signer.key);
        const foreign = notOfThis(bytes, made.statement, before, manifest, known);
        if (foreign) return refused([foreign]);
        kept = unverified(before, known);
      }
      const signed = await signManifest(bytes, [made.statement], signer, before);
      if (!signed.value) return refused(signed.diagnostics);
      const failed = await writeCarriersTo(dir, manifest, signed.value);
      const summary = summaryOf(dir, manifest, signed.value, signer.key.kid, made.statement) + kept;
      return { diagnostics: failed, summary };
    };
    return options.append ? whileAdding(dir, manifest, write) : write();
  });
}

/** Keys by which signatures that are there can be verified: the one that signs, and those of the configuration. */
async function knownKeys(own: PublicKey): Promise<PublicKey[]> {
  const { loaded } = await loadConfig(process.cwd());
  const files = (loaded?.config.signature?.keys ?? []).map((file) => resolve(loaded?.folder ?? ".", file));
  return [own, ...files.flatMap((file) => readPublicKeyFile(file).value ?? [])];
}

/** What is said of signatures that stay and could not be verified. */
function unverified({ sidecar }: Carriers, known: readonly PublicKey[]): string {
  const kids = readSidecar(sidecar).entries.flatMap(({ kid }) => kid ?? []);
  const unknown = kids.filter((kid) => !known.some((one) => one.kid === kid));
  if (unknown.length === 0) return "";
  return `\nfedseal: kept without being verified: the signature of ${unknown.join(", ")}; with the public key in \`signature.keys\` it is`;
}

/** What could not be read was not signed: exit code 2, as for all that signs nothing. */
function undecided(found: Diagnostic): Diagnostic {
  return { ...found, undecided: true };
}

/**
 * Why signatures that are there cannot stay: they are of another manifest than this one. By their keys where those are known; else by
 * what they say, and by the digest in the headers.
 */
function notOfThis(
  bytes: Uint8Array,
  { remote, release }: SignatureStatement,
  { sidecar, headers }: Carriers,
  manifest: string,
  keys: readonly PublicKey[],
): Diagnostic | undefined {
  const { entries, problem } = readSidecar(sidecar);
  const file = sidecarOf(manifest);
  if (problem !== undefined) return undecided(diagnostic("signature/malformed", `${file}: ${problem}`, { file }));
  for (const [index, { kid, statement, problem }] of entries.entries()) {
    if (!statement) return undecided(diagnostic("signature/malformed", `${file}: ${problem}`, { file }));
    if (statement.remote !== remote || statement.release !== release) {
      const message = `${file} has a signature of the release ${JSON.stringify(statement.release)} of ${JSON.stringify(statement.remote)}, and this one is ${JSON.stringify(release)} of ${JSON.stringify(remote)}`;
      return diagnostic("sign/other-release", message, { file });
    }
    const key = keys.find((one) => one.kid === kid);
    const verdict = key && verifyManifest(bytes, alone(sidecar, index), [key.jwk], {});
    if (verdict && !verdict.statement) {
      const message = `${file} has a signature of the key ${kid} that is not one over this manifest`;
      return diagnostic("sign/other-release", message, { file });
    }
  }
  const wrong = headers && readHeaders(bytes, headers).problem;
  return wrong === undefined ? undefined : diagnostic("sign/other-release", wrong, { file: headersFileOf(manifest) });
}

/** What was written, and what is left to do with it. */
export function summaryOf(
  dir: string,
  manifest: string,
  { headers }: Carriers,
  kid: string,
  { remote, release, origin, seq, exp }: SignatureStatement,
): string {
  const until = shownTime(exp);
  const said = `fedseal: signed ${JSON.stringify(remote)}, release ${JSON.stringify(release)}, seq ${seq}, for ${origin} until ${until} with the key ${kid} → ${join(dir, sidecarOf(manifest))}`;
  if (!headers) return said;
  return `${said}\nfedseal: browsers that know signatures check the headers in ${join(dir, headersFileOf(manifest))}: \`fedseal headers\` writes them into a server's configuration`;
}
