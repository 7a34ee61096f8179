import { headersOf, type Platform, readHeadersFile } from "../../../hosting/headers-file.js";
import { HEADERS, type PolicyText, placesIn } from "../policy-text.js";

/**
 * `_headers` of Netlify and Cloudflare Pages: the policies that a path gets. Where either may read the file, those of both count:
 * all must allow a request, so that what passes passes on the one and on the other.
 */
export function readHeadersPolicies(
  content: string,
  file: string,
  path: string,
  platforms: readonly Platform[],
): PolicyText[] {
  const found = new Map<number, PolicyText>();
  for (const platform of platforms) {
    const headers = headersOf(readHeadersFile(content, platform), path);
    for (const [name, reportOnly] of HEADERS) {
      for (const { value, offset } of headers.get(name) ?? []) {
        found.set(offset, {
          text: value,
          reportOnly,
          meta: false,
          isStatic: true,
          place: placesIn(file, content, offset),
        });
      }
    }
  }
  return [...found].sort(([one], [other]) => one - other).map(([, policy]) => policy);
}
