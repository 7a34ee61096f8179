export * as money from "./money";
