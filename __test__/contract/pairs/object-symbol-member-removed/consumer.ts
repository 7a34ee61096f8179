import { loadRoster } from "./surface";
export const names: string[] = [...loadRoster()];
