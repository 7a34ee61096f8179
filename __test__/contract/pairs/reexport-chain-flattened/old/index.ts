export * from "./public";
export type { Money as Price } from "./model/money";
