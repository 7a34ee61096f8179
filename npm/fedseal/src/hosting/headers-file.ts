/**
 * `_headers` of Netlify and Cloudflare Pages. Both have paths and headers below them; they differ in patterns, limits, and in
 * what happens when several rules set one header:
 *
 * - Netlify: later rules replace earlier ones; within a rule, values are joined (`@netlify/headers-parser`, `netlify-cli`).
 * - Cloudflare: values of all rules are joined by commas; `! Name` removes a header; 100 rules of 2,000 characters.
 */
export type Platform = "netlify" | "cloudflare";

/** A rule: a pattern and the headers below it. */
export interface HeadersRule {
  pattern: string;
  /** Whether the rule is one of a path. */
  matches(path: string): boolean;
  /** Line of the pattern, from 1. */
  line: number;
  headers: HeaderOfRule[];
  /** Names that Cloudflare removes, in lower case. */
  unset: string[];
}

/** A header as it is written. */
export interface HeaderOfRule {
  name: string;
  value: string;
  /** From 1. */
  line: number;
  /** Where the value starts in the file, in UTF-16 code units. */
  offset: number;
}

/** A line that the platform ignores. */
export interface IgnoredLine {
  line: number;
  why: string;
}

/** A file that was read. */
export interface HeadersFile {
  platform: Platform;
  rules: HeadersRule[];
  ignored: IgnoredLine[];
}

const MOST_CLOUDFLARE_RULES = 100;
const LONGEST_CLOUDFLARE_LINE = 2000;

/** Reads `_headers` as the platform does. */
export function readHeadersFile(text: string, platform: Platform): HeadersFile {
  const file: HeadersFile = { platform, rules: [], ignored: [] };
  let rule: HeadersRule | undefined;
  let start = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const at = start + raw.length - raw.trimStart().length;
    start += raw.length + 1;
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) continue;
    if (platform === "cloudflare" && content.length > LONGEST_CLOUDFLARE_LINE) {
      file.ignored.push({ line, why: `it is longer than ${LONGEST_CLOUDFLARE_LINE} characters` });
    } else if (/^([^\s]+:\/\/|\/)/.test(content) && (platform === "cloudflare" || content.startsWith("/"))) {
      rule = { pattern: content, matches: ruleFor(content, platform), line, headers: [], unset: [] };
      const why = patternFault(content, platform, file.rules.length);
      if (why === undefined) file.rules.push(rule);
      else file.ignored.push({ line, why });
    } else headerLine(content, { line, at }, rule, file);
  }
  for (const { pattern, line, headers, unset } of file.rules) {
    if (headers.length === 0 && unset.length === 0) file.ignored.push({ line, why: `no header follows ${pattern}` });
  }
  return file;
}

function patternFault(pattern: string, platform: Platform, rules: number): string | undefined {
  if (platform !== "cloudflare") return undefined;
  if (rules >= MOST_CLOUDFLARE_RULES) return `it is beyond the ${MOST_CLOUDFLARE_RULES} rules that are read`;
  if ((pattern.match(/\*/g)?.length ?? 0) > 1) return "a pattern may have one `*`";
  if (!pattern.startsWith("/") && !/^https:\/\/[^/:]+(\/|$)/.test(pattern))
    return "a URL starts with `https://` and has no port";
  return undefined;
}

function headerLine(
  content: string,
  { line, at }: { line: number; at: number },
  rule: HeadersRule | undefined,
  file: HeadersFile,
): void {
  if (!rule) {
    file.ignored.push({ line, why: "a header stands below a path" });
    return;
  }
  if (file.platform === "cloudflare" && content.startsWith("! ")) {
    rule.unset.push(content.slice(2).trim().toLowerCase());
    return;
  }
  const colon = content.indexOf(":");
  const name = content.slice(0, Math.max(colon, 0)).trim();
  const value = content.slice(colon + 1).trim();
  if (colon < 1) file.ignored.push({ line, why: "a header is written as `Name: value`" });
  else if (/\s/.test(name)) file.ignored.push({ line, why: "the name of a header has no spaces" });
  else if (value === "") file.ignored.push({ line, why: "the header has no value" });
  else rule.headers.push({ name, value, line, offset: at + content.length - value.length });
}

/** The headers that a path gets, by name in lower case: the lines whose values are sent, joined by commas. */
export function headersOf({ platform, rules }: HeadersFile, path: string): Map<string, HeaderOfRule[]> {
  const headers = new Map<string, HeaderOfRule[]>();
  for (const rule of rules) {
    if (!rule.matches(path)) continue;
    for (const name of rule.unset) headers.delete(name);
    const own = new Map<string, HeaderOfRule[]>();
    for (const header of rule.headers) {
      const key = header.name.toLowerCase();
      own.set(key, [...(own.get(key) ?? []), header]);
    }
    for (const [key, values] of own) {
      const before = platform === "cloudflare" ? (headers.get(key) ?? []) : [];
      headers.set(key, [...before, ...values]);
    }
  }
  return headers;
}

/** What `fedseal headers` writes has thousands of rules without a pattern: those are compared, not matched. */
function ruleFor(pattern: string, platform: Platform): (path: string) => boolean {
  if (/[*:]|\/\//.test(pattern)) {
    const matcher = matcherOf(pattern, platform);
    return (path) => matcher.test(path);
  }
  if (platform === "cloudflare") return (path) => path === pattern;
  const key = (path: string) => path.replace(/\/$/, "").toLowerCase();
  const own = key(pattern);
  return (path) => path.length - own.length <= 1 && key(path) === own;
}

/** A pattern as the platform matches it. Hosts are not looked at: a rule of another host may be one of this site. */
export function matcherOf(pattern: string, platform: Platform): RegExp {
  const path = pattern.replace(/^https?:\/\/[^/]*/, "");
  if (platform === "cloudflare") {
    const literal = escaped(path === "" ? "/" : path);
    return new RegExp(`^${literal.replaceAll("\\*", ".*").replaceAll(/:[A-Za-z]\w*/g, "[^/]+")}$`);
  }
  const parts = path.split("/").filter((part) => part !== "");
  const text = parts.map((part) => {
    if (part.startsWith(":")) return "/[^/]+";
    if (part === "*") return "(/.*)?";
    return `/${escaped(part).replaceAll("\\*", ".*")}`;
  });
  return new RegExp(`^${text.join("")}/?$`, "i");
}

function escaped(text: string): string {
  return text.replaceAll(/[-/\\^$*+?.()|[\]{}]/g, "\\$&");
}
