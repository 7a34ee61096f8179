export const neg = (a: number): number => -a;
