import { pickFirst } from "./surface";
export const first: string | null = pickFirst(["a"]);
