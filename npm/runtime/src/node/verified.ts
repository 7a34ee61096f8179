import { isFedsealError } from "../errors.js";
import { request } from "../fetch-with-retry.js";
import type { FileLimits } from "../host-plugin.js";
import { withoutQuery } from "../manifest.js";
import { type Names, registry, unlisted } from "../page-registry.js";
import { mismatch } from "../sri.js";

/** Whose files are read, and within which limits. */
export interface Source {
  /** What the host calls the remote. */
  names: Names;
  limits: FileLimits;
}

const running = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of a sealed file: fetched once, compared with every hash that the manifest gives, and only then returned.
 * Every failure is reported here: a lazy chunk has nobody else who would.
 *
 * @throws ERR_FEDSEAL_UNSEALED, ERR_FEDSEAL_INTEGRITY_MISMATCH, and what fetching throws.
 */
export async function verifiedBytes(url: string, { names, limits }: Source): Promise<Uint8Array> {
  const file = withoutQuery(url);
  const tokens = registry().find(file);
  // No hash is no match.
  if (!tokens?.length) return refuse(unlisted(file, names));
  const key = `${file} ${tokens.join(" ")}`;
  let loading = running.get(key);
  if (!loading) {
    const { timeout = 30_000, maxBytes = 128 * 1024 * 1024 } = limits;
    loading = request(file, { maxBytes, timeout, retries: 1 })
      .then(async ({ bytes }) => {
        const error = await mismatch(bytes, tokens, file);
        if (error) throw error;
        return bytes;
      })
      .catch(refuse);
    running.set(key, loading);
    const done = () => running.delete(key);
    loading.then(done, done);
  }
  return loading;
}

/** Reports a refusal, and throws it to whoever asked. */
export function refuse(thrown: unknown): never {
  if (isFedsealError(thrown)) registry().tell(thrown, true);
  throw thrown;
}
