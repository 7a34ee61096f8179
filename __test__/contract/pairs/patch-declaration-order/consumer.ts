import { a, walk, type A, type B } from "./surface";
const x: A = a(); const y: B = { kind: "b", prev: x };
export const n = walk(y) + walk(x.next ?? x);
