const NOTE = "\n\n_The report is longer. The log of the job and its JSON report have all findings._";
const CLOSING = "\n\n</details>";

/**
 * A report of at most that many bytes as UTF-8, cut at the end of a line, with a note that there is more.
 *
 * @param {string} markdown
 * @param {number} limit
 */
export function cut(markdown, limit) {
  if (Buffer.byteLength(markdown) <= limit) return markdown;
  let room = limit - Buffer.byteLength(NOTE) - CLOSING.length;
  let end = 0;
  for (const line of markdown.split("\n")) {
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) break;
    end += line.length + 1;
  }
  const kept = markdown.slice(0, end).trimEnd();
  const isOpen = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
  return `${kept}${isOpen ? CLOSING : ""}${NOTE}`;
}
