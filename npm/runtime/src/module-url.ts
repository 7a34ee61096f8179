/** Files that are imported as modules; what is imported otherwise keeps its URL. */
const MODULE = /\.[cm]?js$/;

/**
 * The URL from which a module of a sealed remote is loaded: the server takes it for the file's own, and nothing that the
 * page fetched before, unchecked, is known by it.
 *
 * @param token the SRI token of its bytes
 */
export function moduleUrl(file: string, token: string): string {
  return MODULE.test(file) ? `${file}?fedseal=${encodeURIComponent(token.slice(7, 19))}` : file;
}
