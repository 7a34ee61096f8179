import { nameOf } from "./surface";
export const name: string = nameOf(1);
