export const add = (a: number, b: number): number => a + b;
export const neg = (a: number): number => -a;
