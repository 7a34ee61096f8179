export * from "./core";
export { default as version } from "./version";
