import { sum } from "./surface";
const fixed = [1, 2, 3] as const;
export const n = sum(fixed);
