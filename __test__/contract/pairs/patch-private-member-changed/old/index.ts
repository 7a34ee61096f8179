export class Cache {
  private entries: string[] = [];
  size(): number {
    return this.entries.length;
  }
}
