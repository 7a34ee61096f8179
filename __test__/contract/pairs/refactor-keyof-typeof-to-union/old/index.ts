const SPEEDS = { slow: 1, fast: 9 } as const;
export type Speed = keyof typeof SPEEDS;
export function speed(s: Speed): number { return SPEEDS[s]; }
export function speedName(n: number): Speed { return n > 5 ? "fast" : "slow"; }
