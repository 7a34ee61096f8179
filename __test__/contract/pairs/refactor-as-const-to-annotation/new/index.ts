export const BREAKPOINTS: { readonly small: 480; readonly large: 1200 } = { small: 480, large: 1200 };
export const STEPS: readonly ["cart", "pay", "done"] = ["cart", "pay", "done"];
export function atLeast(width: number, point: keyof typeof BREAKPOINTS): boolean { return width >= BREAKPOINTS[point]; }
