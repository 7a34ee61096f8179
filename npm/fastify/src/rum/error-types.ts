import { rules } from "@fedseal/binding";

/** What a page may call an error, so that labels are few whatever it says. */

/** Codes of `@fedseal/runtime`, without `ERR_FEDSEAL_`. */
const CODES = [
  "FETCH",
  "TIMEOUT",
  "TOO_LARGE",
  "MANIFEST_INVALID",
  "SCHEMA_VERSION",
  "METADATA_MISSING",
  "METADATA_MALFORMED",
  "INTEGRITY_MISMATCH",
  "CONTENT_HASH_MISMATCH",
  "UNSEALED",
  "ORIGIN",
  "REDIRECT",
  "SIGNATURE_MISSING",
  "SIGNATURE_UNKNOWN_KEY",
  "SIGNATURE_ALGORITHM",
  "SIGNATURE_MISMATCH",
  "SIGNATURE_EXPIRED",
  "SIGNATURE_NOT_YET",
  "SIGNATURE_ROLLBACK",
  "SIGNATURE_WRONG_REMOTE",
  "SIGNATURE_WRONG_ORIGIN",
  "SIGNATURE_REDIRECTED",
  "SIGNATURE_SCHEMA",
  "STORAGE",
  "UNSUPPORTED",
  "INTEGRITY_POLICY",
  "OPTIONS",
];
/** `RUNTIME-001` and on, of Module Federation: 15 in version 2, and as many to come. */
const RUNTIME_CODES = 30;
/** Directives of a policy (CSP3) that stop what a remote loads. */
const DIRECTIVES = ["script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "connect-src"];

/** What chunk loaders of webpack and Rspack say: a name for scripts, a code for styles. */
const CHUNKS = ["ChunkLoadError", "CSS_CHUNK_LOAD_FAILED"];

const ERROR_TYPES: ReadonlySet<string> = new Set([
  ...CHUNKS,
  ...CODES.map((code) => `ERR_FEDSEAL_${code}`),
  ...Array.from({ length: RUNTIME_CODES }, (_, index) => `RUNTIME-${String(index + 1).padStart(3, "0")}`),
  // Of all rules, those that a load can break.
  ...rules().flatMap(({ id }) => (id.startsWith("contract/") ? [id] : [])),
]);

/** The type of a load's error: a known one, else `"other"`. */
export function errorTypeOf(claimed: string | undefined): string {
  return claimed !== undefined && ERROR_TYPES.has(claimed) ? claimed : "other";
}

/** The directive that stopped something: a known one, else `"other"`. */
export function directiveOf(claimed: string | undefined): string {
  return claimed !== undefined && DIRECTIVES.includes(claimed) ? claimed : "other";
}
