import type { Coordinates } from "./surface";
export const origin: Coordinates = [0, 0];
