import { check } from "./surface";
export const message: string = check("a");
