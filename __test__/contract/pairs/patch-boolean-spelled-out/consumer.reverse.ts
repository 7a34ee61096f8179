import { flag } from "./surface";
export const f: boolean = flag(Math.random() > 0.5);
