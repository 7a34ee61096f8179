/** Answers to questions that lead back to themselves. */
export class Assumptions {
  readonly #known = new Map<string, boolean>();
  /** Open questions that were answered with no → how much was known of type parameters then. */
  readonly #denied = new Map<string, number>();
  /** What is assumed to be so, in the order in which it was asked. */
  readonly #trail: string[] = [];
  readonly #assumed = new Set<string>();
  readonly #paired: ReadonlySet<string>;

  /** `paired` are the type parameters that have a counterpart. It only grows. */
  constructor(paired: ReadonlySet<string>) {
    this.#paired = paired;
  }

  /**
   * A question that comes up again while it is being answered counts as yes. An open one, with a type parameter in it, may be
   * asked again once that parameter has a counterpart. Until then, no stays no: what was assumed only speaks for yes.
   */
  ask(question: string, open: boolean, answer: () => boolean): boolean {
    if (this.#assumed.has(question)) return true;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const pairs = this.#paired.size;
    if (open && this.#denied.get(question) === pairs) return false;
    const start = this.#trail.length;
    this.#trail.push(question);
    this.#assumed.add(question);
    const holds = answer();
    if (!holds) {
      // All that was concluded since may rest on this assumption.
      for (const one of this.#trail.splice(start)) this.#assumed.delete(one);
      if (!open) this.#known.set(question, false);
      else if (this.#paired.size === pairs) this.#denied.set(question, pairs);
    } else if (start === 0) {
      for (const one of this.#trail.splice(0)) {
        this.#assumed.delete(one);
        this.#known.set(one, true);
      }
    }
    return holds;
  }
}
