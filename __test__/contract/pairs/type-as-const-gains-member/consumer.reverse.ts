import { SIZES } from "./surface";
export const gap: number = SIZES.lg;
