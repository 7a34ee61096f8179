import { HEADERS, type PolicyText, placesIn } from "../policy-text.js";

/**
 * `_headers` of Netlify and Cloudflare Pages: the policies of the rules that match a path. Where several rules set a header, all of
 * them count: Cloudflare sends them all, and of Netlify, which sends the last, nothing is allowed that is not checked.
 */
export function readHeadersFile(content: string, file: string, path: string): PolicyText[] {
  const found: PolicyText[] = [];
  let matches = false;
  let start = 0;
  for (const line of content.split("\n")) {
    const trimmed = line.trim();
    if (/^(https?:\/\/|\/)/.test(trimmed)) {
      matches = pattern(trimmed).test(path);
    } else if (matches && !trimmed.startsWith("#")) {
      const [, name = "", text = ""] = /^([^:\s]+)\s*:\s*(.*)$/.exec(trimmed) ?? [];
      const reportOnly = HEADERS.get(name.toLowerCase());
      if (reportOnly !== undefined && text !== "") {
        const at = start + line.lastIndexOf(text);
        found.push({ text, reportOnly, meta: false, isStatic: true, place: placesIn(file, content, at) });
      }
    }
    start += line.length + 1;
  }
  return found;
}

/** `*` stands for anything, `:name` for one part of a path. */
function pattern(text: string): RegExp {
  const path = text.replace(/^https?:\/\/[^/]*/, "") || "/";
  const escaped = path.replaceAll(/[-/\\^$+?.()|[\]{}]/g, "\\$&").replaceAll(/:[A-Za-z]\w*/g, "[^/]+");
  // `/app/*` matches `/app`, too.
  const tail = escaped.endsWith("\\/*") ? `${escaped.slice(0, -3)}(\\/.*)?` : escaped;
  return new RegExp(`^${tail.replaceAll(/(?<!\.)\*/g, ".*")}$`);
}
