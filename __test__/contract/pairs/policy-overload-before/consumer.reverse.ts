import { color } from "./surface";
export const s: string = color("x").css; export const n = color(1).alpha;
