import { legacySort } from "./surface";
export const l: string[] = legacySort(["b", "a"]);
