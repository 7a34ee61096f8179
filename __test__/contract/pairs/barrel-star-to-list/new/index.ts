export { list, empty } from "./lib/core";
export type { Item } from "./lib/core";
export { version } from "./lib/version";
