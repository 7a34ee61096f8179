import { Color } from "./surface";
export const sky: Color = Color.Blue;
