export function dropFirst(text: string, by?: number): string {
  return text.slice(by ?? 2);
}
