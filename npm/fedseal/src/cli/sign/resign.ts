import { type PublicKey, readSidecar, type SignatureStatement, verifyManifest } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { sidecarOf } from "../../sign/carriers.js";
import { signManifest } from "../../sign/sign-manifest.js";
import { EXPIRES, namesOf, secondsOf, shownTime, unixNow } from "../../sign/statement.js";
import type { ExitCode } from "../exit-code.js";
import { type Outcome, type Printing, report } from "../output.js";
import { alone, carriersIn, readyToSign, whileAdding, writeCarriersTo } from "./folder.js";
import { summaryOf } from "./sign.js";

interface Options extends Printing {
  key: string;
  signer?: string;
  expires?: string;
  now?: number;
  manifest?: string;
  include: string[];
  exclude: string[];
  expired: boolean;
}

/** `fedseal resign <dir>` */
export function resign(dir: string, { format, verbose, quiet, ...options }: Options): Promise<ExitCode> {
  const printing = { format, verbose: verbose ?? false, quiet: quiet ?? false };
  return report({ area: "sign", dir, ...printing }, async (progress): Promise<Outcome> => {
    const refused = (diagnostics: Outcome["diagnostics"]): Outcome => ({ diagnostics, summary: "" });
    const ready = await readyToSign(dir, options, progress);
    if (!ready.value) return refused(ready.diagnostics);
    const { signer, manifest, bytes } = ready.value;
    return whileAdding(dir, manifest, async () => {
      const before = await carriersIn(dir, manifest);
      if (before.diagnostics) return refused(before.diagnostics);
      const { key } = signer;
      const file = sidecarOf(manifest);
      const nothing = (why: string, help?: string) =>
        refused([diagnostic("sign/nothing-to-renew", why, { file }, help)]);
      if (!before.value) return nothing(`there is no ${file}`);
      const good = renewable(bytes, before.value.sidecar, key);
      if ("problem" in good) return nothing(`${file} ${good.problem}`);
      const now = options.now ?? unixNow();
      const ended = good.statements.find((one) => one.exp <= now);
      if (ended && !options.expired) {
        const help =
          "An old release that somebody put back would be renewed like that. If this is the release that should be live, add `--expired`.";
        return nothing(`the signature in ${file} ended at ${shownTime(ended.exp)}`, help);
      }
      const exp = now + (secondsOf(options.expires ?? EXPIRES) ?? 0);
      const statements = good.statements.map((one) => ({ ...one, exp }));
      const signed = await signManifest(bytes, statements, signer, before.value);
      if (!signed.value) return refused(signed.diagnostics);
      const failed = await writeCarriersTo(dir, manifest, signed.value);
      const summary = statements.map((one) =>
        summaryOf(dir, manifest, { sidecar: signed.value.sidecar }, key.kid, one),
      );
      const sooner = good.statements.some((one) => one.exp > exp);
      if (sooner) summary.push("fedseal: this ends sooner than before");
      return { diagnostics: failed, summary: summary.join("\n") };
    });
  });
}

/**
 * The statements of a key that are proved to be about these bytes; their time may be over. One by one: what only looks like a
 * statement of the key would become one by being signed again.
 */
function renewable(
  bytes: Uint8Array,
  sidecar: Uint8Array,
  key: PublicKey,
): { statements: SignatureStatement[] } | { problem: string } {
  const { entries, problem } = readSidecar(sidecar);
  if (problem !== undefined) return { problem: `cannot be read: ${problem}` };
  const { name } = namesOf(bytes);
  const statements: SignatureStatement[] = [];
  for (const [index, { kid }] of entries.entries()) {
    if (kid !== key.kid) continue;
    const one = alone(sidecar, index);
    const { statement, message } = verifyManifest(bytes, one, [key.jwk], name === undefined ? {} : { remote: name });
    if (!statement) return { problem: `has a signature of the key ${key.kid} that is not good: ${message}` };
    statements.push(statement);
  }
  return statements.length > 0 ? { statements } : { problem: `has no signature of the key ${key.kid}` };
}
