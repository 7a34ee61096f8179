/** Reads what pages say about their loads. All of it is a claim. */

/** An event of `@fedseal/runtime/observe`, as much of it as is counted. */
export interface LoadEvent {
  name: "mf.load" | "mf.load.error" | "mf.manifest.error" | "mf.policy.error";
  "mf.remote"?: string;
  "mf.release"?: string;
  "mf.channel"?: string;
  "mf.seal"?: "ok" | "failed" | "absent";
  "error.type"?: string;
  /** Milliseconds. */
  duration?: number;
}

/** Why a single event is not counted. */
export type Flaw = "malformed" | "oversized";

/** What `observe` sends at most, in one page's life. */
export const MOST_EVENTS = 50;
/** Bytes of one event. */
export const LARGEST_EVENT = 1_024;
/** Of a body: its events, what is between them, and white space of a client that is generous with it. */
export const LARGEST_BODY = MOST_EVENTS * (LARGEST_EVENT + 16);

const NAMES = ["mf.load", "mf.load.error", "mf.manifest.error", "mf.policy.error"];
const SEALS = ["ok", "failed", "absent"];
/** Nobody waits longer for a load; what is more is a clock that jumped, or a lie. */
const LONGEST = 600_000;

/** The events of a body, and what is wrong with those that are none; or, in words, why the body is none. */
export function eventsOf(body: unknown): { events: LoadEvent[]; flaws: Flaw[] } | string {
  if (!Array.isArray(body)) return "The body is not an array of events.";
  if (body.length === 0) return "The body has no event.";
  if (body.length > MOST_EVENTS) return `The body has ${body.length} events; ${MOST_EVENTS} are allowed.`;
  const read = body.map(eventOf);
  const events = read.filter((one) => typeof one !== "string");
  const flaws = read.filter((one) => typeof one === "string");
  if (events.length === 0) return `None of the ${body.length} events is one: the first is ${flaws[0]}.`;
  return { events, flaws };
}

function eventOf(value: unknown): LoadEvent | Flaw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "malformed";
  if (Buffer.byteLength(JSON.stringify(value)) > LARGEST_EVENT) return "oversized";
  const event = value as Record<string, unknown>;
  // Members that this version does not know are of a page that is newer. They are not read; but an event is flat.
  if (Object.values(event).some((one) => typeof one === "object")) return "malformed";
  const { name, duration } = event;
  const texts = ["mf.remote", "mf.expose", "mf.release", "mf.channel", "mf.seal", "error.type", "url.full"];
  if (texts.some((key) => Object.hasOwn(event, key) && typeof event[key] !== "string")) return "malformed";
  if (!isOf(NAMES, name)) return "malformed";
  if (Object.hasOwn(event, "mf.seal") && !isOf(SEALS, event["mf.seal"])) return "malformed";
  if (duration !== undefined && !(typeof duration === "number" && duration >= 0 && duration <= LONGEST))
    return "malformed";
  return event as unknown as LoadEvent;
}

function isOf(list: readonly string[], value: unknown): boolean {
  return typeof value === "string" && list.includes(value);
}
