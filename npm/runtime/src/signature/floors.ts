import { fedsealError } from "../errors.js";
import { registry } from "../page-registry.js";

/** The highest `seq` that was let in, by remote and key: a key's own floor ends with the key. */
const known = new Map<string, number>();

/** The lowest `seq` of a remote and key that is let in. In pages, storage knows what earlier visits let in. */
export function floorOf(remote: string, kid: string): number {
  const name = nameOf(remote, kid);
  const stored = Number(withStorage((storage) => storage.getItem(name)) ?? 0);
  // What is no number was written by somebody else, who could have deleted it as well.
  return Math.max(known.get(name) ?? 0, Number.isSafeInteger(stored) ? stored : 0);
}

/** Remembers what was let in. */
export function raiseFloor({ remote, kid, seq }: { remote: string; kid: string; seq: number }): void {
  if (seq <= floorOf(remote, kid)) return;
  const name = nameOf(remote, kid);
  known.set(name, seq);
  withStorage((storage) => storage.setItem(name, String(seq)));
}

function nameOf(remote: string, kid: string): string {
  return `fedseal ${JSON.stringify([remote, kid])}`;
}

/** Servers and workers have none. A page whose storage is blocked or full goes on, with the floors of this visit. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  if (!globalThis.document) return undefined;
  try {
    return use(localStorage);
  } catch (thrown) {
    const what = `has no storage (${thrown}).`;
    if (!isSaid) registry().tell(fedsealError("ERR_FEDSEAL_STORAGE", location.origin, what), false);
    isSaid = true;
    return undefined;
  }
}

let isSaid = false;
