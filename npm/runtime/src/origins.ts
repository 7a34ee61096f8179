import { fedsealError } from "./errors.js";

/**
 * Refuses a list of origins with an item that would match nothing.
 *
 * @throws ERR_FEDSEAL_OPTIONS
 */
export function checkOrigins(origins: readonly string[] | undefined): void {
  for (const item of origins ?? []) {
    if (item === "self") continue;
    const wildcard = /^https?:\/\/\*\.(.+)$/.test(item);
    const plain = wildcard ? item.replace("*.", "") : item;
    if (URL.canParse(plain) && new URL(plain).origin === plain && plain !== "null" && !plain.includes("*")) continue;
    throw fedsealError(
      "ERR_FEDSEAL_OPTIONS",
      undefined,
      `${JSON.stringify(item)} is not an origin. Write "https://cdn.example.com", "https://*.example.com" or "self": lower case, no path, no default port.`,
    );
  }
}
