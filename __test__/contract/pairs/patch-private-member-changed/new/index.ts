export class Cache {
  private entries: { key: string; value: string }[] = [];
  size(): number {
    return this.entries.length;
  }
}
