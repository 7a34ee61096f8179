import { request } from "../fetch-with-retry.js";
import { withoutQuery } from "../manifest.js";
import { registry, unlisted } from "../page-registry.js";
import { mismatch } from "../sri.js";

/** Largest file that a server runs. */
const MAX_BYTES = 128 * 1024 * 1024;

const running = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The bytes of a sealed file: fetched once, compared with every hash that the manifest gives, and only then returned.
 *
 * @throws ERR_FEDSEAL_UNSEALED, ERR_FEDSEAL_INTEGRITY_MISMATCH, and what fetching throws.
 */
export function verifiedBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = withoutQuery(url);
  const tokens = registry().find(file);
  // No hash is no match.
  if (!tokens?.length) return Promise.reject(unlisted(file, []));
  const key = `${file} ${tokens.join(" ")}`;
  let loading = running.get(key);
  if (!loading) {
    loading = request(file, { maxBytes: MAX_BYTES, timeout: 30_000, retries: 1 }).then(async ({ bytes }) => {
      const error = await mismatch(bytes, tokens, file);
      if (error) throw error;
      return bytes;
    });
    running.set(key, loading);
    const done = () => running.delete(key);
    loading.then(done, done);
  }
  return loading;
}
