import { Queue } from "./surface";
export const p = new Queue([1]).peek();
