/** What happened to one load, flat, in the words of OpenTelemetry where it has them. */
export interface LoadEvent {
  /** `mf.load`, `mf.load.error` (a module or its files), `mf.manifest.error`, `mf.policy.error` (the page's policy stopped a request). */
  name: "mf.load" | "mf.load.error" | "mf.manifest.error" | "mf.policy.error";
  "mf.remote"?: string;
  "mf.expose"?: string;
  "mf.release"?: string;
  "mf.channel"?: string;
  /** `ok`: as sealed. `failed`: refused. `absent`: nothing seals it, or the page has no fedseal. */
  "mf.seal"?: "ok" | "failed" | "absent";
  /** A code where there is one, else a word. */
  "error.type"?: string;
  /** Without query and fragment. */
  "url.full"?: string;
  /** Milliseconds. */
  duration?: number;
  /** The same module failed before on this page. */
  recovered?: true;
}

/** Characters of a value; an event stays below 1 kB. */
const LONGEST = 120;

/** An event without what is empty, too long, or may be somebody's secret. */
export function eventOf(event: LoadEvent): LoadEvent {
  const entries = Object.entries(event).map(([key, value]) => {
    if (key === "url.full") return [key, addressOf(String(value))];
    return [key, typeof value === "string" ? value.slice(0, LONGEST) : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));
}

function addressOf(url: string): string {
  const [address = ""] = url.split(/[?#]/);
  return address.replace(/\/\/[^/@]*@/, "//").slice(0, 2 * LONGEST);
}

/** What kind of error it is: a code of fedseal's or Module Federation's, or what is known by its words alone. */
export function typeOf(error: unknown): string {
  const { code, message = "" } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code === "string") return code;
  // Module Federation's container says that in words only. It is what a check of contracts would have said before.
  if (/does not exist in container/.test(message)) return "contract/expose-removed";
  const [known] = /\bRUNTIME-\d{3}\b|\bERR_FEDSEAL_\w+/.exec(message) ?? [];
  return known ?? (error as Error)?.name ?? "unknown";
}
