import { Timer } from "./surface";
export const e = new Timer().start().elapsed();
