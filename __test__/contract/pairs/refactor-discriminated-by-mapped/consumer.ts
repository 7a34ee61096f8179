import { poll, push, type Msg } from "./surface";
const m: Msg = { type: "tick", n: 1 }; push(m);
const p = poll();
export const s = p === null ? "" : p.type === "tick" ? p.n.toFixed() : p.s.trim();
