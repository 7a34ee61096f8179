export const square = (n: number): number => n * n;
export const cube = (n: number): number => n ** 3;
export interface Vec { x: number; y: number }
