import { check, type Errors } from "./surface";
export const errors: (string | undefined)[] = check([1, 2]);
export const none: Errors<number[]> = [];
