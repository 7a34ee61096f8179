export const clamp = (n: number, max: number): number => Math.min(n, max);
export const round = (n: number, digits = 0): number => Number(n.toFixed(digits));
