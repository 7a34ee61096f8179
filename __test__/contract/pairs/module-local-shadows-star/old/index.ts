export * from "./a";
export const top: number = 1;
