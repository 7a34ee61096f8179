/** Adds two numbers and returns their sum. */
export function add(a: number, b: number): number {
  return a + b;
}
