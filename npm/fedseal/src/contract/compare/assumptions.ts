/** Answers to questions that lead back to themselves. */
export class Assumptions {
  readonly #known = new Map<string, boolean>();
  /** What is assumed to be so, in the order in which it was asked. */
  readonly #trail: string[] = [];
  readonly #assumed = new Set<string>();

  /**
   * A question that comes up again while it is being answered counts as yes. An open one, with a type parameter in it, may be
   * asked again once that parameter has a counterpart.
   */
  ask(question: string, open: boolean, answer: () => boolean): boolean {
    if (this.#assumed.has(question)) return true;
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const start = this.#trail.length;
    this.#trail.push(question);
    this.#assumed.add(question);
    const holds = answer();
    if (!holds) {
      // All that was concluded since may rest on this assumption.
      for (const one of this.#trail.splice(start)) this.#assumed.delete(one);
      if (!open) this.#known.set(question, false);
    } else if (start === 0) {
      for (const one of this.#trail.splice(0)) {
        this.#assumed.delete(one);
        this.#known.set(one, true);
      }
    }
    return holds;
  }
}
