import { HEADERS, type PolicyText, placesIn } from "../policy-text.js";

const LINE = /^[ \t]*([A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm;

/**
 * A text file: header lines (`Content-Security-Policy: …`, as `curl -I` prints them), or a policy and nothing else, in one line or
 * several. Lines that start with `#` are comments.
 */
export function readPlain(content: string, file: string): PolicyText[] {
  const lines = [...content.matchAll(LINE)].flatMap((match): PolicyText[] => {
    const [whole, name = "", text = ""] = match;
    const reportOnly = HEADERS.get(name.toLowerCase());
    if (reportOnly === undefined || text === "") return [];
    const start = match.index + whole.lastIndexOf(text);
    return [{ text, reportOnly, meta: false, isStatic: false, place: placesIn(file, content, start) }];
  });
  if (lines.length > 0) return lines;
  // Blank, so that every offset stays.
  const text = content.replaceAll(/^[ \t]*#.*$/gm, (comment) => " ".repeat(comment.length)).replaceAll(/[\r\n]/g, " ");
  if (text.trim() === "") return [];
  return [{ text, reportOnly: false, meta: false, isStatic: false, place: placesIn(file, content, 0) }];
}
