import { repo, type Repo } from "./surface";
interface A { id: number; n: string }
const r: Repo<A> = repo<A>("a").on("saved", (a, k) => a.n + k);
r.by("id", 3).then(l => l[0]?.n); r.with<{ b: 1 }>("b").find({ b: 1 });
