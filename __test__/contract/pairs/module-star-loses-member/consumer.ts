import { pad } from "./surface";
export const p: string = pad("a");
