import { ask } from "./http";

interface Token {
  token: string;
  /** Seconds since 1970. */
  expiresAt: number;
}

/** Before its end, in seconds, a token is replaced. */
const EARLY = 30;

/** Tokens for the APIs of remotes, in this page's memory and nowhere else. Many who ask at once cost one request. */
export function tokens(): (remote: string) => Promise<string> {
  const kept = new Map<string, Promise<Token>>();
  const isFresh = ({ expiresAt }: Token) => expiresAt - EARLY > Date.now() / 1000;
  return async (remote) => {
    const known = kept.get(remote);
    if (known) {
      const token = await known;
      if (isFresh(token)) return token.token;
    }
    // Somebody else may have asked for a new one while this waited.
    const other = kept.get(remote);
    if (other && other !== known) return (await other).token;
    const asked = ask<Token>(`/api/platform/token/${encodeURIComponent(remote)}`, {});
    kept.set(remote, asked);
    asked.catch(() => kept.delete(remote));
    return (await asked).token;
  };
}
