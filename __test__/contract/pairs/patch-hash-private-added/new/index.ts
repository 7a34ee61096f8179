export class Queue {
  #items: string[] = [];
  #closed = false;
  size(): number {
    return this.#closed ? 0 : this.#items.length;
  }
}
