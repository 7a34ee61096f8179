import { readLines } from "./surface";
export async function f(b: Blob) { let n = 0; for await (const l of readLines(b)) n += l.length; const it: AsyncIterable<string> = readLines(b); it[Symbol.asyncIterator]().next(); return n; }
