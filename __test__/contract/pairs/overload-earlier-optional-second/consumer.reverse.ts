import { find } from "./surface";
export const found: object = find(1);
