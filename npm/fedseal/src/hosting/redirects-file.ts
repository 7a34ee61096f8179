import { matcherOf, type Platform } from "./headers-file.js";

/** A rule of `_redirects`: `from to [status]`. */
export interface RedirectRule {
  from: string;
  to: string;
  /** Default: 301 at Netlify, 302 at Cloudflare. */
  status: number;
  /** Netlify: it applies although a file is there. */
  forced: boolean;
  /** Line, from 1. */
  line: number;
}

/** Reads `_redirects`. Lines that are not rules are left to the platform, which reports them when it deploys. */
export function readRedirects(text: string, platform: Platform): RedirectRule[] {
  return text.split("\n").flatMap((raw, index) => {
    const words = raw.trim().split(/\s+/);
    const [from, ...rest] = words;
    if (from === undefined || from === "" || from.startsWith("#")) return [];
    // Netlify has conditions on queries between the two: `from key=:value to`.
    const at = rest.findIndex((word) => /^(\/|https?:\/\/)/.test(word));
    const to = rest[at];
    if (to === undefined) return [];
    const code = rest[at + 1];
    const written = /^\d{3}!?$/.test(code ?? "") ? (code as string) : undefined;
    const status = written === undefined ? (platform === "netlify" ? 301 : 302) : Number.parseInt(written, 10);
    return [{ from, to, status, forced: written?.endsWith("!") ?? false, line: index + 1 }];
  });
}

/** The rule that answers for a file that does not exist: the first one that matches. */
export function ruleForMissing(
  rules: readonly RedirectRule[],
  path: string,
  platform: Platform,
): RedirectRule | undefined {
  return rules.find((rule) => matcherOf(rule.from, platform).test(path));
}
