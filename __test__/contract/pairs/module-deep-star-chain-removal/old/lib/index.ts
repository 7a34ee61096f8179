export * from "./numbers";
export * as text from "./text";
