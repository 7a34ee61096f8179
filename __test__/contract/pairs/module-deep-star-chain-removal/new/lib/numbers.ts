export const clamp = (n: number, max: number): number => Math.min(n, max);
