export * as money from "./money";
export * as dates from "./dates";
