export function create(): string {
  return "app";
}
