export function dropFirst(text: string, by: number = 2): string {
  return text.slice(by);
}
