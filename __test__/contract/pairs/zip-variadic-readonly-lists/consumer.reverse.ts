import { zip } from "./surface";
const fixed: readonly number[] = [1];
export const z = zip(fixed, ["a"]);
