import { EASING, duration } from "./surface";
export const d = duration(2, EASING.spring);
