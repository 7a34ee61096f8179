import { Color } from "./surface";
export const codes: Record<Color, number> = { [Color.Red]: 1, [Color.Green]: 2 };
