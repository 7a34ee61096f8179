import { range } from "./surface";
for (const n of range(3)[Symbol.iterator]()) n.toFixed();
