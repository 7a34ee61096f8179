import { sign } from "./surface";
export const up = sign("x").then(s => s.toUpperCase());
