import { loadRoster } from "./surface";
export const size: number = loadRoster().size;
