export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
export function clamp(n: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, n));
}
