import type { Mic } from "./surface";
export const of = (mic: Mic, none: never) => mic.level(...none);
