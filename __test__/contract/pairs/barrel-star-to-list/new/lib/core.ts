export type { Item } from "./types";
import type { Item } from "./types";
declare function listItems(): Item[];
export { listItems as list };
export declare const empty: readonly Item[];
