import type { FedsealError } from "@fedseal/runtime";

declare global {
  interface WindowEventMap {
    fedseal: CustomEvent<FedsealError>;
  }
}

/** What fedseal refused on this page; without fedseal it stays empty. */
let refusals: readonly FedsealError[] = [];
const subscribers = new Set<() => void>();

/** Collects the errors that fedseal tells the window. */
export function listen(): void {
  window.addEventListener("fedseal", ({ detail }) => {
    // A new list, not a longer one: React compares.
    refusals = [...refusals, detail];
    for (const changed of subscribers) changed();
  });
}

/** For React's `useSyncExternalStore`. */
export function subscribe(changed: () => void): () => void {
  subscribers.add(changed);
  return () => subscribers.delete(changed);
}

export const current = (): readonly FedsealError[] => refusals;
