import { read } from "./surface";
export const t = JSON.stringify(read("x"));
