export const square = (n: number): number => n * n;
export interface Vec { x: number; y: number }
