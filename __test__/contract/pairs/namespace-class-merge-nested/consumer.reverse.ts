import { Queue } from "./surface";
export const q = new Queue<number>({ ordered: true });
