export * from "./tools";
