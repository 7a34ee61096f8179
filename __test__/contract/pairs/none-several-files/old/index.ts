export * from "./shape";
export { draw as default } from "./draw";
