import type { Change } from "./change.js";

/** How many instantiations of a changed declaration are looked into, where none of them breaks anything. */
const ENOUGH = 100;

/** The same where they do not grow within each other, and have an end. */
const ALL = 2000;

/** As how many of them one counts that does. */
const MAJOR = 25;

/** As how many one counts in which nothing was found that had not been told before. */
const KNOWN = 10;

/** What was found in a pair. */
interface Found {
  different: boolean;
  /** Whether there is nothing to find. */
  equal: boolean;
  /** Whether it is told at each place where the pair comes up. */
  again?: boolean;
}

/** What was compared, and whether it differs. Each pair is gone through once, also those that lead back to each other. */
export class Walked {
  /** Pairs whose answer stays. */
  readonly #known = new Map<string, boolean>();
  /** Pairs in which nothing was found, as far as can be said while others are open: those. */
  readonly #waiting = new Map<string, ReadonlySet<string>>();
  /** What declares two types → how much was told of its instantiations. */
  readonly #told = new Map<string, number>();
  /** What is being compared right now, outermost first, and what was left out of each of them because it is open itself. */
  readonly #open: { key: string; left: Set<string> }[] = [];

  /**
   * Whether a pair differs. One that comes up again while it is gone through counts as equal there: what differs in it is told
   * once. That is kept for what leads back to it until it is done. If it does differ, the others are asked again.
   */
  ask(key: string, walk: () => Found): boolean {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.some((one) => one.key === key)) return this.leave([key]);
    const waiting = this.#waiting.get(key);
    if (waiting) return this.leave(waiting);
    const own = { key, left: new Set<string>() };
    this.#open.push(own);
    let found: Found;
    try {
      found = walk();
    } finally {
      this.#open.pop();
    }
    own.left.delete(key);
    if (found.different) this.forget(key);
    else if (!found.equal && own.left.size > 0) {
      this.#waiting.set(key, own.left);
      this.#wait(key, own.left);
      return this.leave(own.left);
    } else this.#wait(key, new Set());
    if (!found.again) this.#known.set(key, found.different);
    return found.different;
  }

  /** Says that the answer about what is being compared leaves something out. */
  leave(keys: Iterable<string>): false {
    for (const key of keys) this.#open.at(-1)?.left.add(key);
    return false;
  }

  /** Forgets what was said while something was left out. */
  forget(key: string): void {
    for (const [one, left] of this.#waiting) if (left.has(key)) this.#waiting.delete(one);
    this.#open.at(-1)?.left.delete(key);
  }

  /** What waited for a pair in which nothing was found waits for what that pair waits for. */
  #wait(key: string, left: ReadonlySet<string>): void {
    for (const [one, own] of this.#waiting) {
      if (!own.has(key)) continue;
      const rest = new Set([...own, ...left]);
      rest.delete(key);
      rest.delete(one);
      if (rest.size > 0) this.#waiting.set(one, rest);
      else {
        this.#waiting.delete(one);
        this.#known.set(one, false);
      }
    }
  }

  /** Whether a pair is known to differ; undefined where it was not compared. */
  get(key: string): boolean | undefined {
    return this.#known.get(key);
  }

  set(key: string, different: boolean): void {
    this.#known.set(key, different);
  }

  /** Whether a change of what declares two types was told often enough. */
  isTold(kind: string, grows: boolean): boolean {
    return (this.#told.get(kind) ?? 0) >= (grows ? ENOUGH : ALL);
  }

  /** Counts what was told of two types. Beside what breaks, nothing more of the same can change the verdict. */
  tell(kind: string, changes: readonly Change[]): void {
    const weight = changes.some(({ level }) => level === "major") ? MAJOR : changes.length > 0 ? 1 : KNOWN;
    this.#told.set(kind, (this.#told.get(kind) ?? 0) + weight);
  }

  /** Runs something after which all that it compared counts as not compared. */
  aside(run: () => void): void {
    const [known, waiting, told] = [new Map(this.#known), new Map(this.#waiting), new Map(this.#told)];
    try {
      run();
    } finally {
      this.#known.clear();
      this.#waiting.clear();
      this.#told.clear();
      for (const [kind, weight] of told) this.#told.set(kind, weight);
      for (const [key, different] of known) this.#known.set(key, different);
      for (const [key, left] of waiting) this.#waiting.set(key, left);
    }
  }
}
