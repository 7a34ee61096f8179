import { Repo } from "./surface";
const r = Repo.of<{ id: string; n: number }>("x", { seed: [{ id: "1", n: 1 }] });
r.where("n", 2).then((x) => x[0]?.n); r.find("1");
