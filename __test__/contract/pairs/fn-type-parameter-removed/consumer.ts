import { keys, load } from "./surface";
export const n: number = load<number>(keys()[0] ?? "", r => r.length);
