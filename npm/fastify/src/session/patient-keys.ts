import { setTimeout } from "node:timers/promises";
import { type createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose";

/** Made-up keys that are waited for in that time, at most: whoever makes up more of them waits for nothing. */
const MOST = 4;
const PERIOD = 60_000;

/**
 * Keys of a set that is not asked for again before `cooldown` milliseconds have passed. An issuer that has just changed its key signs
 * with one that is not in it yet; such a token waits for the next look, so that a rotation costs nobody a request.
 */
export function patientKeys(keys: ReturnType<typeof createRemoteJWKSet>, cooldown: number): JWTVerifyGetKey {
  /** Key → since when it is waited for; all tokens of it wait together. */
  const waits = new Map<string, { since: number; over: Promise<void> }>();

  const waitFor = (kid: string): Promise<void> | undefined => {
    const now = Date.now();
    for (const [one, { since }] of waits) if (now - since > PERIOD) waits.delete(one);
    const known = waits.get(kid);
    if (known) return known.over;
    if (waits.size >= MOST) return undefined;
    const over = setTimeout(cooldown + 50, undefined, { ref: false });
    waits.set(kid, { since: now, over });
    return over;
  };

  return async (header, token) => {
    const isCooling = keys.coolingDown;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !isCooling) throw error;
      const over = waitFor(String(header?.kid));
      if (!over) throw error;
      await over;
      return keys(header, token);
    }
  };
}
