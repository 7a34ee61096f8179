export * from "./extra";
export const name: string = "kit";
