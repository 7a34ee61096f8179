export function details() {
  return "details";
}
