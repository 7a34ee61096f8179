import { tail } from "./surface";
export async function f() { for await (const line of tail("x")) line.trim(); const s: AsyncIterable<string> = tail("y"); return s; }
