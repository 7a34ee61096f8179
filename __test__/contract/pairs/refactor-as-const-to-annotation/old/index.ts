export const BREAKPOINTS = { small: 480, large: 1200 } as const;
export const STEPS = ["cart", "pay", "done"] as const;
export function atLeast(width: number, point: keyof typeof BREAKPOINTS): boolean { return width >= BREAKPOINTS[point]; }
