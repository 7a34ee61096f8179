import { Registry, unique } from "./surface";
const r = new Registry<{ id: string; n: number }>(t => t.id); r.add({ id: "a", n: 1 }).add({ id: "b", n: 2 }); export const n = r.find("a")?.n; export const u: { id: string }[] = unique([{ id: "x" }]);
