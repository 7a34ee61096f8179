import { tail } from "./surface";
export async function f() { const g = tail("x"); await g.next(); await g.return(); }
