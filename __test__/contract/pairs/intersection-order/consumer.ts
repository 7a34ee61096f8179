import { load, store, type Entity } from "./surface";
const e: Entity<{ n: number }> = { id: "", n: 1, created: new Date() }; store(e); load<{ n: number }>("a").then(x => { x.n++; x.updated = x.created; store<{ n: number }>(x); });
