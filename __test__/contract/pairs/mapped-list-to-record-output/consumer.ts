import { namesOf } from "./surface";
export const names: string[] = namesOf([1, 2]);
