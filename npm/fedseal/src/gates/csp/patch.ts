import type { CspDirective, CspPolicy } from "@fedseal/binding";

/** The source that allows a URL and little else: the page's own origin, or the origin of the URL. */
export function sourceFor(url: string, page: string): string {
  const { origin, protocol } = new URL(url);
  if (origin === new URL(page).origin) return "'self'";
  return origin === "null" ? protocol : origin;
}

/** Directives whose absence another one stands in for, the name that people write first. */
const SHORT: Record<string, string> = { "script-src-elem": "script-src", "style-src-elem": "style-src" };

/**
 * The directive with more sources, as one line. `governing` is the directive that decides now; if that is a fallback of another
 * name, the line is a new directive that starts with its sources.
 */
export function patched(asked: string, sources: readonly string[], governing: CspDirective): string {
  const isOwn = governing.name === asked || SHORT[governing.name] === asked || governing.name === SHORT[asked];
  const name = isOwn ? governing.name : (SHORT[asked] ?? asked);
  const kept = governing.sources.filter(({ kind }) => kind !== "none").map(({ text }) => text);
  return [name, ...kept.filter((text) => !sources.includes(text)), ...sources].join(" ");
}

/** The directive of a policy that an answer is about. */
export function directiveAt(policies: readonly CspPolicy[], start: number): CspDirective | undefined {
  for (const { directives } of policies) {
    const found = directives.find((one) => one.start <= start && start < one.end);
    if (found) return found;
  }
  return undefined;
}
