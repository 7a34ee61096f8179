import { open } from "./surface";
export const id: string | number = open("3");
