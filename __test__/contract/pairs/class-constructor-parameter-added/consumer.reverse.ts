import { Timer } from "./surface";
export const t = new Timer(10, true);
