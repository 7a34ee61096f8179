/** The bytes of unpadded base64url; nothing for any other spelling of them: two spellings would be two names of a key. */
export function fromBase64Url(text: unknown): Uint8Array | undefined {
  if (typeof text !== "string" || !/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(padded(text));
  return urlSafe(btoa(binary)) === text ? Uint8Array.from(binary, (one) => one.charCodeAt(0)) : undefined;
}

/** Standard base64, as SRI writes it. */
export function padded(text: string): string {
  return text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Unpadded base64url of standard base64. */
export function urlSafe(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
