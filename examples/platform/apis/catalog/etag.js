/** The entity tag of a version of a product (RFC 9110, section 8.8.3); a strong one. */
export function etagOf(version) {
  return `"${version}"`;
}

/** No product has it. */
const NO_VERSION = 0;
const TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const TAGS = new RegExp(String.raw`^${TAG}(?:[ \t]*,[ \t]*${TAG})*$`);

/**
 * The versions that `If-Match` names (RFC 9110, section 13.1.1). Weak tags match nothing there, tags that this server never made
 * do not either, and a header that is no list of tags names none.
 *
 * @param {string} header
 * @returns {number[] | "any"} never empty, as a list in SQL must not be
 */
export function versionsOf(header) {
  const text = header.trim();
  if (text === "*") return "any";
  const tags = TAGS.test(text) ? (text.match(new RegExp(TAG, "g")) ?? []) : [];
  const versions = tags.flatMap((tag) => /^"([1-9]\d{0,8})"$/.exec(tag)?.[1] ?? []).map(Number);
  return versions.length > 0 ? versions : [NO_VERSION];
}
