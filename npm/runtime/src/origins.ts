import { fedsealError } from "./errors.js";

/** What an item of a list of origins is. */
export const ORIGINS =
  '"https://cdn.example.com", "https://*.example.com" or "self": lower case, no path, no default port';

/** Whether an item of a list of origins matches something. */
export function isOrigin(item: string): boolean {
  if (item === "self") return true;
  const wildcard = /^https?:\/\/\*\.(.+)$/.test(item);
  const plain = wildcard ? item.replace("*.", "") : item;
  return URL.canParse(plain) && new URL(plain).origin === plain && plain !== "null" && !plain.includes("*");
}

/**
 * Refuses a list of origins with an item that would match nothing.
 *
 * @throws ERR_FEDSEAL_OPTIONS
 */
export function checkOrigins(origins: readonly string[] | undefined): void {
  for (const item of origins ?? []) {
    if (isOrigin(item)) continue;
    throw fedsealError("ERR_FEDSEAL_OPTIONS", undefined, `${JSON.stringify(item)} is not an origin. Write ${ORIGINS}.`);
  }
}
