import { wrapped, later } from "./surface";
export const b: boolean = wrapped("a", 1, { deep: true });
later("a");
