import { namesOf } from "./surface";
export const length: string = namesOf([1, 2]).length;
