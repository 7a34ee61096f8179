export * from "./a";
export * from "./b";
export { size } from "./c";
