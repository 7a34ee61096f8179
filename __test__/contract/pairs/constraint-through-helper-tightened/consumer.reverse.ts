import { insert, check } from "./surface";
insert("t", { n: 1 }).then((r) => r.n + r.id); check<{ a: string }>({ a: "x" });
