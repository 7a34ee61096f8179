import type { Loads } from "../releases/gate.js";
import type { ChannelRelease } from "./count.js";
import type { Window } from "./counts.js";
import { admitted, type JudgedLoads, NO_LOADS, together } from "./judged.js";

/** People that are told apart in a window; loads of further ones count for no verdict. */
const MOST_PEOPLE = 100_000;

interface One {
  total: Loads;
  people: Map<string, Loads>;
  failing: number;
  most: number;
}

/** What verdicts go by, of this process: this window and the one before. */
export class Windows {
  readonly #windows = new Map<number, Map<string, One>>();
  constructor(readonly rules: Window) {}

  add(of: ChannelRelease, person: string, loads: Loads): void {
    const now = indexOf(this.rules);
    for (const index of this.#windows.keys()) if (index < now - 1) this.#windows.delete(index);
    const ones = this.#windows.get(now) ?? new Map<string, One>();
    this.#windows.set(now, ones);
    const one = ones.get(keyOf(of)) ?? { total: { loads: 0, errors: 0 }, people: new Map(), failing: 0, most: 0 };
    ones.set(keyOf(of), one);
    const before = one.people.get(person) ?? { loads: 0, errors: 0 };
    if (before.loads === 0 && one.people.size >= MOST_PEOPLE) return;
    const more = admitted(before.loads, loads, this.rules.perPerson);
    const after = { loads: before.loads + more.loads, errors: before.errors + more.errors };
    one.people.set(person, after);
    one.total.loads += more.loads;
    one.total.errors += more.errors;
    if (before.errors === 0 && after.errors > 0) one.failing += 1;
    one.most = Math.max(one.most, after.errors);
  }

  judged(of: ChannelRelease): JudgedLoads {
    const now = indexOf(this.rules);
    const [a, b] = [now - 1, now].map((index) => {
      const one = this.#windows.get(index)?.get(keyOf(of));
      return one ? { ...one.total, people: one.people.size, failing: one.failing, most: one.most } : NO_LOADS;
    });
    return together(a ?? NO_LOADS, b ?? NO_LOADS);
  }
}

/** The number of the window that it is now. */
export function indexOf({ window }: Window): number {
  return Math.floor(Date.now() / window);
}

export function keyOf({ remote, release, channel }: ChannelRelease): string {
  return JSON.stringify([remote, release, channel]);
}
