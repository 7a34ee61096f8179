import { Queue } from "./surface";
export const n: number = new Queue().size();
