import { colors } from "./surface";
export const c = colors.success;
