import type { Clock } from "./surface";
export const frozen: Clock = { now: () => 1 };
