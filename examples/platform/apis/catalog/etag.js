/** The entity tag of a version of a product (RFC 9110, section 8.8.3); a strong one. */
export function etagOf(version) {
  return `"${version}"`;
}

/**
 * The versions that `If-Match` names (RFC 9110, section 13.1.1). Tags that this server never made match nothing, and neither do
 * weak ones.
 *
 * @param {string} header
 * @returns {number[] | "any"}
 */
export function versionsOf(header) {
  if (header.trim() === "*") return "any";
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  const versions = tags.flatMap((tag) => /^"([1-9]\d{0,8})"$/.exec(tag)?.[1] ?? []).map(Number);
  // Nothing matches 0, and a list in SQL must not be empty.
  return versions.length > 0 ? versions : [0];
}
