/** What each code says beside its message. docs/reference/errors.md has cause and remedy of every one. */
interface Details {
  /** The network, the server or CORS: nothing arrived that could be checked. */
  ERR_FEDSEAL_FETCH: { url: string; status?: number };
  /** It took longer than `timeout` milliseconds. */
  ERR_FEDSEAL_TIMEOUT: { url: string };
  /** More than `maxBytes` bytes. */
  ERR_FEDSEAL_TOO_LARGE: { url: string };
  /** Not a Module Federation manifest. */
  ERR_FEDSEAL_MANIFEST_INVALID: { url: string };
  /** A manifest of a protocol that this version does not read. */
  ERR_FEDSEAL_SCHEMA_VERSION: { url: string };
  /** An entry lacks the hash that the mode or `requireIntegrity` asks for. */
  ERR_FEDSEAL_METADATA_MISSING: { url: string };
  /** A hash that is none, or a manifest that contradicts itself. */
  ERR_FEDSEAL_METADATA_MALFORMED: { url: string };
  /** Other bytes than `integrity` says. */
  ERR_FEDSEAL_INTEGRITY_MISMATCH: { url: string; expected: string; actual?: string };
  /** Other bytes than `contentHash` says. */
  ERR_FEDSEAL_CONTENT_HASH_MISMATCH: { url: string; expected: string; actual?: string };
  /** Nothing says which bytes these are. */
  ERR_FEDSEAL_UNSEALED: { url: string; remote?: string };
  /** An origin that is not on the list. */
  ERR_FEDSEAL_ORIGIN: { url: string };
  /** A redirect that the policy does not follow. */
  ERR_FEDSEAL_REDIRECT: { url: string; location?: string };
  /** A signature is wanted, and there is none. */
  ERR_FEDSEAL_SIGNATURE_MISSING: { url: string };
  /** Signed by a key that the host did not pin for this remote. */
  ERR_FEDSEAL_SIGNATURE_UNKNOWN_KEY: { url: string };
  /** An algorithm that is not on the list, or not that of the key. */
  ERR_FEDSEAL_SIGNATURE_ALGORITHM: { url: string };
  /** The signature is not one of these bytes. */
  ERR_FEDSEAL_SIGNATURE_MISMATCH: { url: string };
  /** The time of the signature is over. */
  ERR_FEDSEAL_SIGNATURE_EXPIRED: { url: string };
  /** The time of the signature has not begun. */
  ERR_FEDSEAL_SIGNATURE_NOT_YET: { url: string };
  /** Older than what was let in before, or than the host's floor. */
  ERR_FEDSEAL_SIGNATURE_ROLLBACK: { url: string };
  /** Signed as another remote. */
  ERR_FEDSEAL_SIGNATURE_WRONG_REMOTE: { url: string };
  /** Signed for another origin, or on one that is not allowed. */
  ERR_FEDSEAL_SIGNATURE_WRONG_ORIGIN: { url: string };
  /** A signed manifest, or its signature, came by a redirect. */
  ERR_FEDSEAL_SIGNATURE_REDIRECTED: { url: string };
  /** What is there is no signature as this version reads it. */
  ERR_FEDSEAL_SIGNATURE_SCHEMA: { url: string };
  /** The page's storage cannot be used; a warning. */
  ERR_FEDSEAL_STORAGE: { url: string };
  /** This browser, page or Node cannot check what it would load. */
  ERR_FEDSEAL_UNSUPPORTED: { url?: string; remote?: string };
  /** The page lacks the header that closes what import maps leave open; a warning. */
  ERR_FEDSEAL_INTEGRITY_POLICY: { url: string };
  /** The caller asked for something that makes no sense. */
  ERR_FEDSEAL_OPTIONS: { url?: string };
}

/** The stable name of an error. Messages may change, codes do not. */
export type FedsealErrorCode = keyof Details;

/** Every error of fedseal's runtime, told apart by `code`. Its `name` is `FedsealError`. */
export type FedsealError = {
  [C in FedsealErrorCode]: Error & {
    readonly code: C;
    /** Everything that went wrong, where that is more than this. */
    errors?: FedsealError[];
    /** Where it was told by the plugin: whether something was refused, or let through with this warning. */
    refused?: boolean;
  } & Details[C];
}[FedsealErrorCode];

/**
 * Makes an error about a URL, with which its message starts; without one, about none. Not a class: two copies of this
 * package would have two, and `instanceof` would tell them apart.
 */
export function fedsealError<C extends FedsealErrorCode>(
  code: C,
  url: string | undefined,
  what: string,
  details?: Omit<Details[C], "url">,
  cause?: unknown,
): FedsealError {
  const error = new Error(`${code}: ${url ? `${url} ` : ""}${what}`, { cause });
  return Object.assign(error, { name: "FedsealError", code, url, ...details }) as unknown as FedsealError;
}

/** Whether something thrown is one of fedseal's errors; with `code`, whether it is that one. */
export function isFedsealError(thrown: unknown, code?: FedsealErrorCode): thrown is FedsealError {
  const error = thrown as FedsealError | undefined;
  return error?.name === "FedsealError" && (!code || error.code === code);
}
