export * from "./a";
export const size = (unit: string): string => unit;
export const top: number = 1;
