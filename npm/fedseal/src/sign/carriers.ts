/** Where the signatures of a manifest are. Both files lie beside it. */

/** The sidecar of a manifest: signatures for every host. */
export function sidecarOf(manifest: string): string {
  return `${manifest}.sig`;
}

/** The file with the response headers of a manifest: signatures that browsers check by themselves. */
export function headersFileOf(manifest: string): string {
  return `${manifest}.sig.headers`;
}

/** The URL of the sidecar of a manifest; the query stays behind the path. */
export function sidecarUrl(manifest: string): string {
  const url = new URL(manifest);
  url.pathname += ".sig";
  url.hash = "";
  return url.href;
}

/** A carrier of more bytes is not read. */
export const CARRIER_BYTES = 16 * 1024;
