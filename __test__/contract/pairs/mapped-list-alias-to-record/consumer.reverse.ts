import { check } from "./surface";
export const length: string | undefined = check([1, 2]).length;
