import type { Player } from "./surface";
export const fake: Player = { ready: true, play() {} };
