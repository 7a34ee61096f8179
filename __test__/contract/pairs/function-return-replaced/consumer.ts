import { check } from "./surface";
export const valid: boolean = check("a");
