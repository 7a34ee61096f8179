export function isText(value: string | number): boolean {
  return typeof value === "string";
}
