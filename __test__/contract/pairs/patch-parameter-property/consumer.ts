import { Person } from "./surface";
export const n: string = new Person("a").name;
