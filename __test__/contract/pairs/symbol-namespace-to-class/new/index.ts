export class Format {
  static money(cents: number): string {
    return String(cents / 100);
  }
}
