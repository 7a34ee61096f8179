import { SIZES } from "./surface";
export const gap: 16 = SIZES.md;
