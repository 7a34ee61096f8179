export { default, type Options } from "./client";
