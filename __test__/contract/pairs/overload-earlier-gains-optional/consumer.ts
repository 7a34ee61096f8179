import { find } from "./surface";
export const name: string = find();
