import { Queue } from "./surface";
const o: Queue.Options = { limit: Queue.defaultLimit };
export const n: number = new Queue<string>(o).push("a");
