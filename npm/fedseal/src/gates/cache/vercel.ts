import { pathToRegexp } from "path-to-regexp";
import { UnusableManifest } from "./sealed.js";

/** What the gate reads of `vercel.json`. */
export interface VercelFile {
  headers: { matches: RegExp; line: number; values: { name: string; value: string; line: number }[] }[];
  /** Rewrites of paths to a page. */
  rewrites: { matches: RegExp; destination: string; line: number }[];
  /** What cannot be judged from the file alone. */
  unclear: string[];
}

/**
 * Reads `vercel.json` as Vercel does: `source` is a pattern of `path-to-regexp` 6, all `headers` that match apply, and later ones
 * replace earlier ones.
 *
 * @throws UnusableManifest
 */
export function readVercel(text: string): VercelFile {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (thrown) {
    throw new UnusableManifest(`it is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  if (!isRecord(root)) throw new UnusableManifest("it is not an object");
  const file: VercelFile = { headers: [], rewrites: [], unclear: [] };
  const lines = new Lines(text);
  if (root.routes !== undefined)
    file.unclear.push("`routes` cannot be judged from the file; set `cache.origin` to a deployment");
  for (const [index, item] of listOf(root.headers, "headers").entries()) {
    const { source, headers } = item;
    const values = listOf(headers, `headers[${index}].headers`);
    const matches = pattern(source, `headers[${index}].source`);
    const line = lines.of(source);
    if (item.has !== undefined || item.missing !== undefined) {
      file.unclear.push(
        `\`headers[${index}]\` depends on the request (\`has\`, \`missing\`); set \`cache.origin\` to a deployment`,
      );
      continue;
    }
    const read = values.map(({ key, value }, at) => {
      if (typeof key !== "string" || typeof value !== "string") {
        throw new UnusableManifest(`\`headers[${index}].headers[${at}]\` needs the texts \`key\` and \`value\``);
      }
      return { name: key, value, line: lines.of(value, line) };
    });
    file.headers.push({ matches, line, values: read });
  }
  const rewrites = isRecord(root.rewrites) ? Object.values(root.rewrites).flat() : root.rewrites;
  for (const [index, item] of listOf(rewrites, "rewrites").entries()) {
    const { source, destination } = item;
    if (typeof destination !== "string")
      throw new UnusableManifest(`\`rewrites[${index}].destination\` must be a text`);
    if (item.has !== undefined || item.missing !== undefined) continue;
    file.rewrites.push({ matches: pattern(source, `rewrites[${index}].source`), destination, line: lines.of(source) });
  }
  return file;
}

function pattern(source: unknown, where: string): RegExp {
  if (typeof source !== "string") throw new UnusableManifest(`\`${where}\` must be a text`);
  try {
    return pathToRegexp(source, [], { strict: true, sensitive: true, delimiter: "/" });
  } catch (thrown) {
    throw new UnusableManifest(
      `\`${where}\` is not a pattern: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
}

function listOf(value: unknown, where: string): Record<string, unknown>[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isRecord))
    throw new UnusableManifest(`\`${where}\` must be a list of objects`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The lines of texts of a JSON file, each found behind the one before: the file is read from its top. */
class Lines {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  of(value: unknown, otherwise = 1): number {
    const found = this.#text.indexOf(JSON.stringify(value), this.#at);
    if (found < 0) return otherwise;
    this.#at = found;
    return this.#text.slice(0, found).split("\n").length;
  }
}
