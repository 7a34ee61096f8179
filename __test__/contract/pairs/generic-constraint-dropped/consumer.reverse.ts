import { Registry } from "./surface";
export const r = new Registry<number>(String).add(1);
