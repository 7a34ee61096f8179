import { basename } from "node:path";
import type { Platform } from "../../hosting/headers-file.js";
import type { HttpResponse } from "../../http/client.js";
import { HEADERS, type PolicyText } from "./policy-text.js";
import { readHeadersPolicies } from "./readers/headers-file.js";
import { readPlain } from "./readers/plain.js";
import { readVercelPolicies } from "./readers/vercel.js";

/** The page that a file is asked about. */
export interface AskedPage {
  /** The path of its address: some files have rules for paths. */
  path: string;
  /** Which platforms may read a `_headers` file. */
  platforms: readonly Platform[];
}

/**
 * The policies of a file, by its name.
 *
 * @throws UnreadablePolicy
 */
export async function readPolicies(
  content: string,
  file: string,
  { path, platforms }: AskedPage,
): Promise<PolicyText[]> {
  const name = basename(file).toLowerCase();
  const text = content.replace(/^\uFEFF/, " ");
  if (/\.x?html?$/.test(name)) return inHtml(text, file, true);
  if (name === "_headers") return readHeadersPolicies(text, file, path, platforms);
  if (name.endsWith(".json")) return readVercelPolicies(text, file, path);
  return readPlain(text, file);
}

/** The policies of a page that a server sent: its headers, and the `<meta>` elements of its HTML. */
export async function readResponse({ url, headers, body }: HttpResponse): Promise<PolicyText[]> {
  const found: PolicyText[] = [];
  for (const [name, reportOnly] of HEADERS) {
    const text = headers.get(name);
    if (text) found.push({ text, reportOnly, meta: false, isStatic: false, place: () => ({ file: url }) });
  }
  if (!/html/i.test(headers.get("content-type") ?? "")) return found;
  return [...found, ...(await inHtml(body.toString("utf8"), url, false))];
}

/** A parser of HTML is loaded where there is HTML. */
async function inHtml(content: string, file: string, isStatic: boolean): Promise<PolicyText[]> {
  const { readHtml } = await import("./readers/html.js");
  return readHtml(content, file, isStatic);
}
