import { EASING, duration, type Easing } from "./surface";
const mine: Easing = t => EASING.cubic(1 - t);
export const d = duration(2, mine) + duration(1, EASING.linear);
