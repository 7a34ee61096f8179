export namespace Format {
  export function money(cents: number): string {
    return String(cents / 100);
  }
}
