import { HEADERS, type PolicyText, placesIn } from "../policy-text.js";

/** A status line, or a header: no directive has a colon behind its name. */
const HEADER_LINES = /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:HTTP\/[\d.]+ |[A-Za-z-]+[ \t]*:)/;
const LINE = /^[ \t]*([A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm;

/**
 * A text file: header lines (`Content-Security-Policy: …`, as `curl -I` prints them), or a policy and nothing else, in one line or
 * several. Lines that start with `#` are comments.
 */
export function readPlain(content: string, file: string): PolicyText[] {
  let isHeaders = HEADER_LINES.test(content);
  const lines = [...content.matchAll(LINE)].flatMap((match): PolicyText[] => {
    const [whole, name = "", text = ""] = match;
    const reportOnly = HEADERS.get(name.toLowerCase());
    if (reportOnly === undefined) return [];
    isHeaders = true;
    // A header without a value has no policy.
    if (text === "") return [];
    const start = match.index + whole.lastIndexOf(text);
    return [{ text, reportOnly, meta: false, isStatic: false, place: placesIn(file, content, start) }];
  });
  if (isHeaders) return lines;
  // Blank, so that every offset stays.
  const text = content.replaceAll(/^[ \t]*#.*$/gm, (comment) => " ".repeat(comment.length)).replaceAll(/[\r\n]/g, " ");
  if (text.trim() === "") return [];
  return [{ text, reportOnly: false, meta: false, isStatic: false, place: placesIn(file, content, 0) }];
}
