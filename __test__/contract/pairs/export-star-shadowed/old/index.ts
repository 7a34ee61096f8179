export * from "./a";

