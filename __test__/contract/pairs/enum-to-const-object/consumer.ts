import { Side } from "./surface";
export const only: Side.Left = Side.Left;
