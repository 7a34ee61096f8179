export function isText(value: string | number): value is string {
  return typeof value === "string";
}
