export class Queue {
  #items: string[] = [];
  size(): number {
    return this.#items.length;
  }
}
