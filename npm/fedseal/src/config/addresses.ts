/** Addresses that calls and configurations name. */

/** Whether a text is a URL of http or https. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Whether a text is meant as a URL, of whatever scheme: `ftp://x/a.json`, `http://`. No folder begins like this. */
export function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

/** A URL as clients ask for it: without its fragment, host and path in the form that servers see. */
export function addressOf(text: string): string {
  const url = new URL(text);
  url.hash = "";
  return url.href;
}

/** Whether a URL, of whatever scheme, holds a user name or password. */
export function hasCredentials(text: string): boolean {
  if (!hasScheme(text.trim()) || !URL.canParse(text.trim())) return false;
  const { username, password } = new URL(text.trim());
  return username !== "" || password !== "";
}

/**
 * Whether a user name or password stands in a URL anywhere in an argument of a call: `connect-src=https://u:p@a.example`, in a policy,
 * or in what clients still read as a URL, such as `https:u:p@a.example`. What may be one counts as one.
 */
export function namesCredentials(argument: string): boolean {
  return (
    hasCredentials(argument) ||
    hasCredentials(argument.slice(argument.indexOf("=") + 1)) ||
    /(?:https?:[/\\]*|[a-z][a-z0-9+.-]*:\/\/)[^/\\?# ]*@/i.test(argument)
  );
}

/** A text without the user names and passwords of the URLs in it, those in JSON pointers included. */
export function withoutCredentials(text: string): string {
  // Most texts have none, and there are many of them.
  if (!text.includes("@")) return text;
  return text.replaceAll(/([a-z][a-z0-9+.-]*:(?:\/|~1){2})[^\s/?#~]*@/gi, "$1\u2026@");
}

/** Why a text cannot be checked as a folder or URL; undefined where it can be. The text is left out where it holds a password. */
export function unusableTarget(text: string): string | undefined {
  if (text.trim() === "") return "is an empty text; expected a folder or the URL of a manifest";
  if (hasCredentials(text)) return `is a URL with a user name or password in it; ${INSTEAD}`;
  if (hasScheme(text) && !isWebAddress(text)) {
    return `is ${JSON.stringify(withoutCredentials(text))}, which is not a URL of http or https`;
  }
  return undefined;
}

/** What to do with a password. */
export const INSTEAD =
  "write the URL without them, and send an `authorization` header by `http.headers` of the configuration";
