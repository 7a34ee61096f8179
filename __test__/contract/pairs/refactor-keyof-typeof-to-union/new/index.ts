const SPEEDS: Record<Speed, number> = { slow: 1, fast: 9 };
export type Speed = "slow" | "fast";
export function speed(s: Speed): number { return SPEEDS[s]; }
export function speedName(n: number): Speed { return n > 5 ? "fast" : "slow"; }
