/** What fedseal refused on this page; without fedseal it stays empty. */
let refusals = [];
const subscribers = new Set();

/** Collects the errors that fedseal tells the window. */
export function listen() {
  window.addEventListener("fedseal", ({ detail }) => {
    // A new list, not a longer one: React compares.
    refusals = [...refusals, detail];
    for (const changed of subscribers) changed();
  });
}

/** For React's `useSyncExternalStore`. */
export function subscribe(changed) {
  subscribers.add(changed);
  return () => subscribers.delete(changed);
}

export const current = () => refusals;
