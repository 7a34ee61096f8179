import { Queue, drain } from "./surface";
const q = new Queue<number>([1]); q.push(1, 2); drain(q, n => n.toFixed()); export class Q extends Queue<string> { get first() { return this.shift(); } } export const n: number = q.size;
