import { join } from "node:path";
import { type Diagnostic, readHeaders, readSidecar, type SignatureStatement } from "@fedseal/binding";
import { type Command, Option } from "commander";
import { diagnostic } from "../../diagnostics.js";
import { headersFileOf, sidecarOf } from "../../sign/carriers.js";
import { type Carriers, signManifest } from "../../sign/sign-manifest.js";
import { type StatementSettings, shownTime, statementOf, unixNow } from "../../sign/statement.js";
import type { ExitCode } from "../exit-code.js";
import { formatOption } from "../formats.js";
import { type Done, FOLDER, manifest, notEmpty, quiet, verbose } from "../options.js";
import { type Outcome, type Printing, report } from "../output.js";
import { carriersIn, readyToSign, writeCarriersTo } from "./folder.js";
import { expires, integer, originOption, signer, signingKey, unixTime } from "./options.js";

export function register(program: Command, done: Done): void {
  program
    .command("sign")
    .description(
      "sign the manifest of a sealed output folder: verify the folder, then write <manifest>.sig beside the manifest",
    )
    .argument("<dir>", FOLDER)
    .addOption(signingKey())
    .addOption(signer())
    .addOption(originOption())
    .option("--remote <name>", "name that hosts ask for (default: the manifest's)", notEmpty)
    .option("--release <id>", "release id (default: the sealed one)", notEmpty)
    .addOption(new Option("--seq <number>", "grows from release to release (default: the time)").argParser(integer))
    .addOption(expires())
    .addOption(unixTime())
    .option("--append", "keep the signatures that are there: of another key, or for another origin", false)
    .addOption(manifest())
    .addOption(formatOption())
    .addOption(verbose())
    .addOption(quiet())
    .addHelpText(
      "after",
      `
Examples:
  fedseal sign dist --key env:FEDSEAL_KEY --origin https://cdn.example.com
  fedseal sign dist --key new.private.jwk --origin https://cdn.example.com --append
  fedseal sign dist --key team.public.jwk --signer './kms-sign.sh' --origin https://cdn.example.com`,
    )
    .action(async (dir: string, options: Options) => done(await sign(dir, options)));
}

interface Options extends StatementSettings, Printing {
  key: string;
  signer?: string;
  now?: number;
  append: boolean;
  manifest?: string;
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
    let before: Carriers | undefined;
    if (options.append) {
      const found = await carriersIn(dir, manifest);
      if (found.diagnostics) return refused(found.diagnostics);
      before = found.value;
      const foreign = before && notOfThis(bytes, made.statement, before, manifest);
      if (foreign) return refused([foreign]);
    }
    const signed = await signManifest(bytes, [made.statement], signer, before);
    if (!signed.value) return refused(signed.diagnostics);
    const failed = await writeCarriersTo(dir, manifest, signed.value);
    return {
      diagnostics: failed,
      summary: summaryOf(dir, manifest, signed.value, signer.key.kid, made.statement),
    };
  });
}

/** Signatures that are there, where they are of another manifest than this one, as far as that can be told without their keys. */
function notOfThis(
  bytes: Uint8Array,
  { remote, release }: SignatureStatement,
  { sidecar, headers }: Carriers,
  manifest: string,
): Diagnostic | undefined {
  const { entries, problem } = readSidecar(sidecar);
  const file = sidecarOf(manifest);
  if (problem !== undefined) return diagnostic("signature/malformed", problem, { file });
  const other = entries.find(
    ({ statement }) => statement && (statement.remote !== remote || statement.release !== release),
  );
  if (other?.statement) {
    const message = `${file} has a signature of the release ${JSON.stringify(other.statement.release)} of ${JSON.stringify(other.statement.remote)}, and this one is ${JSON.stringify(release)} of ${JSON.stringify(remote)}`;
    return diagnostic("sign/other-release", message, { file });
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
  { remote, release, origin, exp }: SignatureStatement,
): string {
  const until = shownTime(exp);
  const said = `fedseal: signed ${JSON.stringify(remote)}, release ${JSON.stringify(release)}, for ${origin} until ${until} with the key ${kid} → ${join(dir, sidecarOf(manifest))}`;
  if (!headers) return said;
  return `${said}\nfedseal: browsers that know signatures check the headers in ${join(dir, headersFileOf(manifest))}: \`fedseal headers\` writes them into a server's configuration`;
}
