import { send, type Headers } from "./surface";
const h: Headers = { a: "b", c: ["d"] }; send("/", h).then(r => { const v: string | string[] = r.headers.a; r.headers.z = "1"; return v; }); interface S { q: string } export const f = (s: S) => send("", { ...s });
