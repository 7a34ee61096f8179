import { find } from "./surface";
export const id: number = find("a").id;
