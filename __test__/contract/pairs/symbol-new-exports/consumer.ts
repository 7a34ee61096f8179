import { lerp } from "./surface";
export const half: number = lerp(0, 10, 0.5);
