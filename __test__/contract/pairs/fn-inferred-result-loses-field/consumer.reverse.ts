import { measure, measureAll } from "./surface";
export const n: number = measure("x").words + measureAll([]).length;
