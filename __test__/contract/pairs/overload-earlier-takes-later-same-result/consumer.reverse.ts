import { stop } from "./surface";
export const run: (id?: number) => void = stop;
