/**
 * Signatures of manifests: `checkSignatures` makes the option `signature` of the runtime plugin, of
 * `fetchFederationManifest`, `registerManifestRemote` and `allowedManifest`. A host that does not import it loads nothing of it.
 *
 * @packageDocumentation
 */
import type { SignatureChecks } from "../signed.js";
import { checksOf } from "./check.js";
import type { SignatureOptions } from "./rules.js";
import { validate } from "./validate.js";

export { isFedsealError } from "../errors.js";
export type { SignatureCheck, SignatureChecks } from "../signed.js";
export type { PublicJwk } from "./key.js";
export type { SignatureOptions } from "./rules.js";

/**
 * What a host wants of the signatures of its remotes, by the names that it has for them. `"*"` stands for those that are not
 * named; without it, nothing of theirs is let in.
 *
 * @throws ERR_FEDSEAL_OPTIONS for a key that is none, private or weak, and for other options that make no sense
 */
export function checkSignatures(byRemote: Readonly<Record<string, SignatureOptions>>): SignatureChecks {
  validate(byRemote);
  // What is done to the caller's object later has no effect: what was validated is what counts.
  return checksOf(JSON.parse(JSON.stringify(byRemote)));
}
