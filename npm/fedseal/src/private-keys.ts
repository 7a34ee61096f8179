/**
 * What may be a private key is not printed: logs of pipelines are read by many. The shell, a variable or a swapped argument can put a
 * key wherever a name was meant.
 */

/** Fewer letters do not hold the secret part of a key, which has 43. */
const SHORT = 24;

/** As many letters of base64 in a row are no word of anybody. */
const RUN = 40;

/** Whether a text holds a private key, whatever stands around it: the secret member of a JWK, PEM, or either one in base64. */
export function holdsPrivateKey(text: string): boolean {
  return isPrivate(text) || decodings(text).some(isPrivate);
}

function isPrivate(text: string): boolean {
  return (
    text.includes("PRIVATE KEY-----") ||
    /["']d\\*["']\s*:\s*\\*["']?[A-Za-z0-9_-]{20}/.test(text) ||
    // As shells leave it, without quotes.
    /[{,]\s*d\s*:\s*[A-Za-z0-9_-]{40}/.test(text)
  );
}

/**
 * Whether a text may be a key, or a part of one. Names of files are none, also where they hold a thumbprint, which is as long as a
 * secret: `<kid>.private.jwk`.
 */
export function mayBeKey(text: string): boolean {
  if (text.length <= SHORT) return false;
  if (/[{}"]/.test(text) || holdsPrivateKey(text)) return true;
  if (decodings(text).some((inner) => inner.trimStart().startsWith("{"))) return true;
  // Base64 of its own alphabet has slashes, as paths have; one without all three kinds of letters is a path.
  const bare = text.replaceAll(/['`\r\n]/g, "").trim();
  const kinds = [/[A-Z]/, /[a-z]/, /\d/];
  if (/^[A-Za-z0-9+/]{40,}={0,2}$/.test(bare) && kinds.every((kind) => kind.test(bare))) return true;
  return /[A-Za-z0-9_+-]{40,}(?![A-Za-z0-9_+/\\-])(?!\.[A-Za-z])/.test(bare);
}

/** A text as people write it, if it cannot be a key. */
export function unlessKey(text: string): string {
  return mayBeKey(text) ? "a text that is not shown, as it may be a key" : JSON.stringify(text);
}

/** The index of the argument of a call that holds a private key; -1 where none does. */
export function indexOfKey(args: readonly string[]): number {
  const [command] = args;
  const signs = command === "sign" || command === "resign" || command === "keygen";
  return args.findIndex((one, index) => {
    if (holdsPrivateKey(one)) return true;
    // The secret part alone. A release may be named by a digest, which looks the same; `--key` has words of its own.
    const before = args[index - 1];
    if (!signs || before === "--release" || before === "--key") return false;
    return /^['"]?[A-Za-z0-9_+/-]{43}=?['"]?$/.test(one.slice(one.startsWith("--") ? one.indexOf("=") + 1 : 0));
  });
}

/** What the parser says of a call, without those of its arguments that may be keys. */
export function withoutKeys(text: string, args: readonly string[]): string {
  const values = args.flatMap((one) => [one, one.slice(one.indexOf("=") + 1)]).filter(mayBeKey);
  return values.reduce((left, one) => left.replaceAll(one, "…"), text);
}

/** Whether an object is a private JWK, or the part of one that is secret. */
export function isPrivateJwk(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { kty, d, k } = value as Record<string, unknown>;
  return (typeof d === "string" && (kty !== undefined || d.length >= RUN)) || (kty === "oct" && k !== undefined);
}

/** What long runs of base64 decode to. */
function decodings(text: string): string[] {
  const runs = text.replace(/[\r\n]+/g, "").match(new RegExp(`[A-Za-z0-9+/_-]{${RUN},}`, "g")) ?? [];
  return runs.map((run) => Buffer.from(run, "base64").toString("latin1"));
}
