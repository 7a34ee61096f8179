import { flag } from "./surface";
export const f: boolean = flag(true);
