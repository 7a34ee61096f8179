import { pickFirst } from "./surface";
export const first: string | undefined = pickFirst(["a"]);
