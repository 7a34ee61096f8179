import { colors } from "./surface";
export const c: string = colors.primary; export const l: readonly string[] = Object.values(colors); export const { danger } = colors;
