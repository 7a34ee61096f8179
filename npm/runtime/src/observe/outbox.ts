import type { LoadEvent } from "./event.js";

/** Events of one page, at most. */
const MOST = 50;
/** Milliseconds after which events are sent, and how many are sent at once. */
const WAIT = 2_000;
const BATCH = 10;

/** Sends events in batches; what is left when the page is hidden or closed is sent then. */
export class Outbox {
  /** What was not sent yet. */
  readonly waiting: LoadEvent[] = [];
  #taken = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly endpoint: string) {
    // The last moment that every browser tells a page of.
    globalThis.addEventListener?.(
      "visibilitychange",
      () => document.visibilityState === "hidden" && this.flush(),
      true,
    );
    globalThis.addEventListener?.("pagehide", () => this.flush());
  }

  add(event: LoadEvent): void {
    if (this.#taken === MOST) return;
    this.#taken += 1;
    this.waiting.push(event);
    if (this.waiting.length >= BATCH) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.waiting.splice(0);
    if (events.length === 0) return;
    const body = new Blob([JSON.stringify(events)], { type: "application/json" });
    if (navigator.sendBeacon?.(this.endpoint, body)) return;
    // The browser's queue is full, or it has none. What cannot be sent either way is lost.
    fetch(this.endpoint, { method: "POST", body, keepalive: true }).catch(() => undefined);
  }
}
