import { all, race } from "./surface";
const tasks = [1, 2].map(n => async () => n);
export const n: Promise<number> = race(tasks); all(tasks);
